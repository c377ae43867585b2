package gloss.score.classification;

import gloss.score.Metric;
import gloss.score.Signature;

/**
 * The share of examples whose class was predicted. Statistics, {@code (2)}: 1 if right, 1. The
 * breakdown is a {@link MeanBreakdown}.
 */
public final class Accuracy implements Metric<Classified> {
  @Override
  public String name() {
    return "accuracy";
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
  public double[] statistics(Classified example) {
    return new double[] {example.truth() == example.predicted() ? 1 : 0, 1};
  }

  @Override
  public MeanBreakdown breakdown(double[] sums) {
    return MeanBreakdown.of(sums[0], sums[1]);
  }

  @Override
  public String toString() {
    return describe();
  }
}
