package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * Logarithm of the hyperbolic cosine of the error e = p − t:
 *
 * <pre>L = ln cosh e        ∂L/∂p = tanh e</pre>
 *
 * About e² / 2 for small and |e| − ln 2 for large errors: {@link Huber} with δ = 1 without a
 * corner, with a second derivative everywhere.
 */
public record LogCosh() implements Loss {
  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return LossKernels.elements("log_cosh", predictions, targets);
  }
}
