package gloss.score.regression;

import gloss.score.Metric;
import gloss.score.Signature;
import java.util.function.DoubleUnaryOperator;

/**
 * A mean of errors, perhaps with a function on it; lower is better. Statistics, {@code (2)}: the
 * error's size, 1. The breakdown is an {@link ErrorBreakdown}.
 */
public final class MeanError implements Metric<Estimate> {
  private final String name;
  private final DoubleUnaryOperator size;
  private final DoubleUnaryOperator ofMean;

  MeanError(String name, DoubleUnaryOperator size, DoubleUnaryOperator ofMean) {
    this.name = name;
    this.size = size;
    this.ofMean = ofMean;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Signature signature() {
    return Signature.empty();
  }

  @Override
  public int size() {
    return 2;
  }

  @Override
  public double[] statistics(Estimate example) {
    return new double[] {size.applyAsDouble(example.error()), 1};
  }

  @Override
  public ErrorBreakdown breakdown(double[] sums) {
    return new ErrorBreakdown(ofMean.applyAsDouble(sums[0] / sums[1]), (long) sums[1]);
  }

  @Override
  public boolean higherIsBetter() {
    return false;
  }

  @Override
  public String toString() {
    return describe();
  }
}
