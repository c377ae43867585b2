package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * The multi-class hinge loss (Crammer and Singer 2001): for scores s and label y
 *
 * <pre>L = max(0, m + max_{v≠y} s_v − s_y)        ∂L/∂s: +1 at the best v, −1 at y, where L > 0
 * </pre>
 *
 * The right class must lead the best of the others by m; more is not asked. scikit-learn's hinge
 * loss of several classes is the same with m = 1.
 *
 * @param margin m, greater than 0
 */
public record MultiClassHinge(double margin) implements Loss {
  /** Checks the margin. */
  public MultiClassHinge {
    Require.positive("margin", margin);
  }

  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    LossKernels.checkIds(predictions, targets);
    return LossSum.of(
        LossKernels.call("multi_class_hinge", predictions, targets, margin), targets.size());
  }
}
