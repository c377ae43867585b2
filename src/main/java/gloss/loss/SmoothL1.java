package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * Smooth L1 (Girshick 2015, Fast R-CNN), which is {@link Huber} divided by its parameter: of an
 * error e = p − t
 *
 * <pre>
 * L = e² / (2 β)          where |e| &lt; β        ∂L/∂p = e / β
 * L = |e| − β / 2         elsewhere            ∂L/∂p = sign(e)
 * </pre>
 *
 * Its slope far out is always 1, whatever β: β moves the corner and not the learning rate.
 *
 * @param beta β, greater than 0
 */
public record SmoothL1(double beta) implements Loss {
  /** Checks β. */
  public SmoothL1 {
    Require.positive("beta", beta);
  }

  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return LossKernels.elements("smooth_l1", predictions, targets, beta);
  }
}
