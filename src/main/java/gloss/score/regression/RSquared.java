package gloss.score.regression;

import gloss.score.Accumulator;
import gloss.score.Metric;
import gloss.score.Score;
import gloss.score.Signature;
import gloss.text.InputException;
import java.util.Iterator;

/**
 * The coefficient of determination, R² = 1 − Σ (y − ŷ)² / Σ (y − mean of y)².
 *
 * <p>1 is perfect, 0 no better than always predicting the mean; it may be negative. If all y are
 * equal it is 1 for perfect predictions and 0 otherwise; of fewer than two examples it is NaN.
 *
 * <p>Statistics, {@code (4)}: 1, y − c, (y − c)², (y − ŷ)². The centre c changes nothing but the
 * rounding: where numbers are large and lie close together, choose it among them, or digits are
 * lost. {@link #score} takes the first number. The breakdown is an {@link ErrorBreakdown}.
 *
 * @param centre c
 */
public record RSquared(double centre) implements Metric<Estimate> {
  private static final double ROUNDING = 0x1p-50;

  /** Checks the centre. */
  public RSquared {
    if (!Double.isFinite(centre)) {
      throw new InputException("the centre must be finite, but is " + centre);
    }
  }

  /** Centred on 0; for numbers whose mean is not far from it. */
  public RSquared() {
    this(0);
  }

  @Override
  public String name() {
    return "R2";
  }

  @Override
  public Signature signature() {
    return Signature.empty();
  }

  @Override
  public int size() {
    return 4;
  }

  @Override
  public double[] statistics(Estimate example) {
    double y = example.truth() - centre;
    return new double[] {1, y, y * y, example.error() * example.error()};
  }

  @Override
  public ErrorBreakdown breakdown(double[] sums) {
    return new ErrorBreakdown(value(sums), (long) sums[0]);
  }

  private static double value(double[] sums) {
    if (sums[0] < 2) {
      return Double.NaN;
    }
    double total = sums[2] - sums[1] * sums[1] / sums[0];
    if (total <= sums[2] * ROUNDING) {
      return sums[3] == 0 ? 1 : 0;
    }
    return 1 - sums[3] / total;
  }

  /** Scores examples, centred on the first of them. */
  @Override
  public Score score(Iterable<? extends Estimate> examples) {
    Iterator<? extends Estimate> first = examples.iterator();
    double around = first.hasNext() ? first.next().truth() : centre;
    Accumulator<Estimate> sum = new RSquared(around).accumulator();
    examples.forEach(sum::add);
    return sum.score();
  }

  @Override
  public String toString() {
    return describe();
  }
}
