package gloss.score;

import gloss.text.InputException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The running sum of a metric's statistics: add examples as they come, merge the sums of several
 * threads or machines, ask for the score at any time.
 *
 * <p>Every component is summed in twice the precision of a double (Dekker 1971, Knuth's two-sum),
 * so that the order of adding and merging leaves no trace in the score, even where statistics are
 * fractions. Used by one thread at a time.
 */
public final class Accumulator<E> {
  private static final int VARYING = -1;

  private final Metric<E> metric;
  private final double[] high;
  private final double[] low;
  private final List<Oddity<E>> oddities;
  private final long[] odd;
  private long examples;
  private int references;

  /** Starts from zero. */
  public Accumulator(Metric<E> metric) {
    this.metric = metric;
    this.high = new double[metric.size()];
    this.low = new double[metric.size()];
    this.oddities = metric.oddities();
    this.odd = new long[oddities.size()];
  }

  /** Adds an example; returns its statistics for those who want to keep them. */
  public double[] add(E example) {
    double[] statistics = metric.statistics(example);
    for (int i = 0; i < odd.length; i++) {
      odd[i] += oddities.get(i).test().test(example) ? 1 : 0;
    }
    add(statistics, metric.references(example));
    return statistics;
  }

  /** Adds an example whose statistics are known; its oddities stay unseen. */
  public void add(double[] statistics, int referencesOfExample) {
    for (int i = 0; i < high.length; i++) {
      addTo(i, statistics[i], 0);
    }
    countReferences(referencesOfExample);
    examples++;
  }

  /**
   * What an accumulator has seen, as a value that may travel between machines.
   *
   * @param high the sums, rounded
   * @param low what was lost by rounding
   * @param odd how many examples were odd, for each oddity of the metric
   * @param examples how many there were
   * @param references of each example, if all have as many
   */
  public record Part(double[] high, double[] low, long[] odd, long examples, int references)
      implements Serializable {}

  /** Everything seen so far. */
  public Part part() {
    return new Part(high.clone(), low.clone(), odd.clone(), examples, references);
  }

  /** Adds everything that another accumulator of an equal metric has seen. */
  public void merge(Accumulator<E> other) {
    merge(other.part());
  }

  /** As {@link #merge(Accumulator)}. */
  public void merge(Part other) {
    for (int i = 0; i < high.length; i++) {
      addTo(i, other.high[i], other.low[i]);
    }
    for (int i = 0; i < odd.length; i++) {
      odd[i] += other.odd[i];
    }
    if (other.examples > 0) {
      countReferences(other.references);
      examples += other.examples;
    }
  }

  private void addTo(int i, double value, double rest) {
    double sum = high[i] + value;
    if (Double.isFinite(sum)) {
      double part = sum - high[i];
      low[i] += (high[i] - (sum - part)) + (value - part) + rest;
    }
    high[i] = sum;
  }

  private void countReferences(int count) {
    references = examples == 0 || references == count ? count : VARYING;
  }

  /** The metric that is summed. */
  public Metric<E> metric() {
    return metric;
  }

  /** How many examples were added. */
  public long examples() {
    return examples;
  }

  /** The summed statistics, {@code (metric.size())}. */
  public double[] sums() {
    double[] sums = new double[high.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = high[i] + low[i];
    }
    return sums;
  }

  /**
   * The score of all examples so far.
   *
   * @throws InputException if there is none
   */
  public Score score() {
    if (examples == 0) {
      throw new InputException("nothing to score: there is no line");
    }
    return new Score(metric.name(), metric.breakdown(sums()), signature());
  }

  /** The metric's signature with the corpus' and the program's part. */
  public Signature signature() {
    Signature corpus = Signature.empty();
    if (references != 0) {
      corpus = corpus.with("nrefs", "#", references == VARYING ? "var" : references);
    }
    return corpus.and(metric.signature()).and(Signature.program());
  }

  /** What was odd about the examples, one line each. */
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    for (int i = 0; i < odd.length; i++) {
      if (oddities.get(i).worth().saying(odd[i], examples)) {
        notices.add(oddities.get(i).message());
      }
    }
    return notices;
  }
}
