package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * Mean absolute error (Laplace 1774): for n predictions p and targets t
 *
 * <pre>L = 1/n · Σ |p − t|        ∂L/∂p = 1/n · sign(p − t), 0 where p = t</pre>
 *
 * The best constant prediction is the median of the targets, which outliers hardly move. The
 * gradient does not get smaller towards the goal: let the learning rate fall, or take {@link
 * Huber}.
 */
public record MeanAbsoluteError() implements Loss {
  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return LossKernels.elements("mean_absolute_error", predictions, targets);
  }
}
