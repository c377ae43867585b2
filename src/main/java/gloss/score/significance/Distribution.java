package gloss.score.significance;

import gloss.score.Confidence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/**
 * The scores of all resamples, with the statistics that are taken of them. As NumPy does,
 * arithmetic is in single precision if every score is.
 */
final class Distribution {
  /** Below it NumPy adds in eight strands; above it, it halves the range. */
  private static final int BLOCK = 128;

  private final double[] values;
  private final boolean single;

  private Distribution(double[] values, boolean single) {
    this.values = values;
    this.single = single;
  }

  static Distribution of(List<Number> scores) {
    double[] values = scores.stream().mapToDouble(Number::doubleValue).toArray();
    return new Distribution(values, scores.stream().allMatch(s -> s instanceof Float));
  }

  static Distribution of(double[] scores) {
    return new Distribution(scores, false);
  }

  double[] values() {
    return values.clone();
  }

  /** Mean as Python's {@code statistics.mean} rounds it, and the 95 % interval around it. */
  Confidence confidenceOfOne() {
    return new Confidence(exactMean(), halfWidth());
  }

  /** Mean as NumPy adds it up over the sorted scores, and the 95 % interval around it. */
  Confidence confidence() {
    return new Confidence(sorted().mean(), halfWidth());
  }

  private Distribution sorted() {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Distribution(sorted, single);
  }

  private double halfWidth() {
    double[] sorted = sorted().values;
    int outside = sorted.length / 40;
    return round(0.5 * round(sorted[sorted.length - 1 - outside] - sorted[outside]));
  }

  private double exactMean() {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return Double.NaN;
      }
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
    }
    return round(sum.divide(BigDecimal.valueOf(values.length), new MathContext(100)).doubleValue());
  }

  /** The absolute differences to another distribution. */
  Distribution distanceTo(Distribution other) {
    boolean bothSingle = single && other.single;
    double[] distances = new double[values.length];
    for (int i = 0; i < distances.length; i++) {
      double difference = Math.abs(values[i] - other.values[i]);
      distances[i] = bothSingle ? (float) difference : difference;
    }
    return new Distribution(distances, bothSingle);
  }

  /** Every score less the mean of all. */
  Distribution centred() {
    double mean = mean();
    double[] centred = new double[values.length];
    for (int i = 0; i < centred.length; i++) {
      centred[i] = round(values[i] - mean);
    }
    return new Distribution(centred, single);
  }

  /** (scores above the threshold + 1) / (scores + 1). */
  double shareAbove(double threshold) {
    double compared = round(threshold);
    long above = Arrays.stream(values).filter(v -> v > compared).count();
    return (above + 1.0) / (values.length + 1);
  }

  double mean() {
    return round(sum(0, values.length) / values.length);
  }

  /** Pairwise summation (Higham 1993) in the very order of NumPy's. */
  private double sum(int from, int count) {
    if (count < 8) {
      double sum = 0;
      for (int i = from; i < from + count; i++) {
        sum = round(sum + values[i]);
      }
      return sum;
    }
    if (count <= BLOCK) {
      return blockSum(from, count);
    }
    int half = count / 2;
    half -= half % 8;
    return round(sum(from, half) + sum(from + half, count - half));
  }

  private double blockSum(int from, int count) {
    double[] r = Arrays.copyOfRange(values, from, from + 8);
    int whole = count - count % 8;
    for (int i = 8; i < whole; i++) {
      r[i % 8] = round(r[i % 8] + values[from + i]);
    }
    double left = round(round(r[0] + r[1]) + round(r[2] + r[3]));
    double right = round(round(r[4] + r[5]) + round(r[6] + r[7]));
    double sum = round(left + right);
    for (int i = whole; i < count; i++) {
      sum = round(sum + values[from + i]);
    }
    return sum;
  }

  private double round(double x) {
    return single ? (float) x : x;
  }
}
