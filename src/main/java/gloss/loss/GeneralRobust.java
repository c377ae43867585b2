package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * The general robust loss (Barron 2019, A General and Adaptive Robust Loss Function): of an error e
 * = p − t, with shape α and scale c
 *
 * <pre>
 * ρ = |α − 2| / α · (((e / c)² / |α − 2| + 1)^(α/2) − 1)
 * ∂ρ/∂p = e / c² · ((e / c)² / |α − 2| + 1)^(α/2 − 1)
 * </pre>
 *
 * and at its singularities the limits: α = 2 half the squared error, α = 0 Cauchy's {@code ln(1 +
 * (e/c)²/2)}, α = −∞ Welsch's {@code 1 − exp(−(e/c)²/2)}. α = 1 is the pseudo-Huber loss, α = −2
 * that of Geman and McClure. All are squares up to about c; the smaller α, the less an outlier
 * pulls, and with α &lt; 0 the less the farther out it is. Where α is not known, {@link
 * AdaptiveRobust} learns it.
 *
 * @param shape α, any number; infinite ones included
 * @param scale c, greater than 0
 */
public record GeneralRobust(double shape, double scale) implements Loss {
  /** Checks α and c. */
  public GeneralRobust {
    Require.that(!Double.isNaN(shape), "shape must be a number");
    Require.positive("scale", scale);
  }

  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return LossKernels.elements("robust", predictions, targets, shape, scale);
  }
}
