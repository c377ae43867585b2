package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * Huber's loss (Huber 1964, Robust Estimation of a Location Parameter): of an error e = p − t
 *
 * <pre>
 * L = e² / 2                 where |e| ≤ δ        ∂L/∂p = e
 * L = δ (|e| − δ / 2)        elsewhere            ∂L/∂p = δ · sign(e)
 * </pre>
 *
 * Smooth around the goal as the squared error, and no outlier pulls harder than δ. Choose δ as the
 * size of an error that is still normal.
 *
 * @param delta δ, greater than 0
 */
public record Huber(double delta) implements Loss {
  /** Checks δ. */
  public Huber {
    Require.positive("delta", delta);
  }

  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return LossKernels.elements("huber", predictions, targets, delta);
  }
}
