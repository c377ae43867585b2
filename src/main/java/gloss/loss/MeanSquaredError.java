package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * Mean squared error (Gauss 1809): for n predictions p and targets t
 *
 * <pre>L = 1/n · Σ (p − t)²        ∂L/∂p = 2/n · (p − t)</pre>
 *
 * The best constant prediction is the mean of the targets: the choice where errors are noise of one
 * size around the truth. One outlier can outweigh all else; then take {@link Huber}.
 *
 * <p>Worked example: predictions 2.5, 0.0, 2.0, 8.0 and targets 3.0, −0.5, 2.0, 7.0 have the errors
 * −0.5, 0.5, 0.0, 1.0; their squares 0.25, 0.25, 0, 1 sum to 1.5, and L = 1.5 / 4 = 0.375. The
 * gradient is −0.25, 0.25, 0, 0.5.
 */
public record MeanSquaredError() implements Loss {
  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return LossKernels.elements("mean_squared_error", predictions, targets);
  }
}
