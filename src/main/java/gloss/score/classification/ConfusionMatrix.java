package gloss.score.classification;

import gloss.text.InputException;
import java.util.Arrays;

/**
 * How often each class was predicted for each class: row <em>i</em>, column <em>j</em> counts
 * examples of class <em>i</em> predicted as class <em>j</em>. Immutable; matrices of parts of the
 * data add up to that of the whole.
 */
public final class ConfusionMatrix {
  private final int classes;
  private final long[] counts;

  private ConfusionMatrix(int classes, long[] counts) {
    this.classes = classes;
    this.counts = counts;
  }

  /** Counts examples of so many classes. */
  public static ConfusionMatrix of(int classes, Iterable<Classified> examples) {
    Counter counter = new Counter(classes);
    examples.forEach(counter::add);
    return counter.matrix();
  }

  /** How many classes there are. */
  public int classes() {
    return classes;
  }

  /** How many examples of a class were predicted as another, or as itself. */
  public long count(int truth, int predicted) {
    new Classified(truth, predicted).check(classes);
    return counts[truth * classes + predicted];
  }

  /** All counts, {@code (classes, classes)}; truth by row. */
  public long[][] toArray() {
    long[][] rows = new long[classes][];
    for (int i = 0; i < classes; i++) {
      rows[i] = Arrays.copyOfRange(counts, i * classes, (i + 1) * classes);
    }
    return rows;
  }

  /** The matrix of both parts. */
  public ConfusionMatrix plus(ConfusionMatrix other) {
    if (other.classes != classes) {
      throw new InputException(
          "a matrix of " + other.classes + " classes cannot be added to one of " + classes);
    }
    long[] sums = counts.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.counts[i];
    }
    return new ConfusionMatrix(classes, sums);
  }

  /** The share of examples on the diagonal; NaN if there is none. */
  public double accuracy() {
    long right = 0;
    for (int i = 0; i < classes; i++) {
      right += counts[i * classes + i];
    }
    return (double) right / Arrays.stream(counts).sum();
  }

  /** The statistics that {@link FScore} sums: hits, predictions and examples of every class. */
  double[] sums() {
    double[] sums = new double[3 * classes];
    for (int truth = 0; truth < classes; truth++) {
      sums[truth] = counts[truth * classes + truth];
      for (int predicted = 0; predicted < classes; predicted++) {
        long count = counts[truth * classes + predicted];
        sums[classes + predicted] += count;
        sums[2 * classes + truth] += count;
      }
    }
    return sums;
  }

  /** Rows of right-aligned numbers, one line per class. */
  @Override
  public String toString() {
    int width = 1;
    for (long count : counts) {
      width = Math.max(width, Long.toString(count).length());
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < counts.length; i++) {
      String number = Long.toString(counts[i]);
      out.append(" ".repeat(width - number.length())).append(number);
      out.append((i + 1) % classes == 0 ? "\n" : " ");
    }
    return out.toString();
  }

  /** Counts examples as they come. Used by one thread at a time. */
  public static final class Counter {
    private static final int MOST_CLASSES = 1 << 14;

    private final int classes;
    private final long[] counts;

    /** Starts from zero. */
    public Counter(int classes) {
      if (classes < 1 || classes > MOST_CLASSES) {
        throw new InputException(
            "a confusion matrix has 1 to " + MOST_CLASSES + " classes, not " + classes);
      }
      this.classes = classes;
      this.counts = new long[classes * classes];
    }

    /** Adds an example. */
    public void add(Classified example) {
      example.check(classes);
      counts[example.truth() * classes + example.predicted()]++;
    }

    /** What was counted so far. */
    public ConfusionMatrix matrix() {
      return new ConfusionMatrix(classes, counts.clone());
    }
  }
}
