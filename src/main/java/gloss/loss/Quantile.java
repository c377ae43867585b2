package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * The pinball loss (Koenker and Bassett 1978, Regression Quantiles): with the quantile q
 *
 * <pre>
 * L = q (t − p)              where t ≥ p        ∂L/∂p = −q
 * L = (1 − q) (p − t)        elsewhere          ∂L/∂p = 1 − q
 * </pre>
 *
 * The best prediction is one below which a share q of the targets lies. Two networks with q = 0.05
 * and 0.95 give an interval for nine targets of ten; q = 0.5 is half the absolute error.
 *
 * @param quantile q, between 0 and 1
 */
public record Quantile(double quantile) implements Loss {
  /** Checks q. */
  public Quantile {
    Require.inside("quantile", quantile);
  }

  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return LossKernels.elements("quantile", predictions, targets, quantile);
  }
}
