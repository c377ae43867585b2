package gloss.score.significance;

import gloss.score.Accumulator;
import gloss.score.Metric;
import gloss.score.Score;
import java.io.Serializable;

/**
 * One system under one metric: the score, and the statistics of every example for resampling.
 * Filled example by example; used by one thread at a time until it is complete.
 */
public final class Evaluation<E> {
  private final Metric<E> metric;
  private final Accumulator<E> sum;
  private final StatisticsTable table;

  /** Starts without an example. */
  public Evaluation(Metric<E> metric) {
    this.metric = metric;
    this.sum = metric.accumulator();
    this.table = new StatisticsTable(metric.size());
  }

  /** Evaluates a corpus. */
  public static <E> Evaluation<E> of(Metric<E> metric, Iterable<? extends E> examples) {
    Evaluation<E> evaluation = new Evaluation<>(metric);
    examples.forEach(evaluation::add);
    return evaluation;
  }

  /** Adds an example; returns its statistics. */
  public double[] add(E example) {
    double[] statistics = sum.add(example);
    table.add(statistics);
    return statistics;
  }

  /** Adds an example whose statistics are known. */
  public void add(double[] statistics, int references) {
    sum.add(statistics, references);
    table.add(statistics);
  }

  /**
   * What an evaluation has seen, as a value that may travel between machines.
   *
   * @param sum of the statistics
   * @param rows the statistics of one example after the other, {@code (examples · size)}
   */
  public record Part(Accumulator.Part sum, double[] rows) implements Serializable {
    /** The same without the statistics of single examples; enough for a score. */
    public Part withoutRows() {
      return new Part(sum, new double[0]);
    }
  }

  /** Everything seen so far. */
  public Part part() {
    return new Part(sum.part(), table.cells());
  }

  /** Appends what another evaluation under an equal metric has seen. */
  public void append(Evaluation<E> other) {
    append(other.part());
  }

  /** As {@link #append(Evaluation)}. */
  public void append(Part other) {
    sum.merge(other.sum);
    table.append(other.rows);
  }

  /** The metric. */
  public Metric<E> metric() {
    return metric;
  }

  /** The score of all examples. */
  public Score score() {
    return sum.score();
  }

  /** The running sum behind the score. */
  public Accumulator<E> sum() {
    return sum;
  }

  /** The statistics of the example at a place, from 0. */
  public double[] statistics(int row) {
    return table.row(row);
  }

  StatisticsTable table() {
    return table;
  }
}
