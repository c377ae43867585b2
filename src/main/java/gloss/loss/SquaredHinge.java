package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * The squared hinge loss (L2-SVM, Lee and Mangasarian 2001): for scores s and labels y as in {@link
 * Hinge}
 *
 * <pre>L = max(0, m − y s)²        ∂L/∂s = −2 y max(0, m − y s)</pre>
 *
 * It has no corner, so gradient descent settles; a label that is wrong by far pulls hard.
 *
 * @param margin m, greater than 0
 */
public record SquaredHinge(double margin) implements Loss {
  /** Checks the margin. */
  public SquaredHinge {
    Require.positive("margin", margin);
  }

  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return LossKernels.elements("hinge", predictions, targets, margin, true);
  }
}
