package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * Mean squared error of probabilities (Brier 1950, Verification of Forecasts Expressed in Terms of
 * Probability): for scores z with p = softmax(z) and targets q, a distribution over V classes
 *
 * <pre>L = 1/V · Σ_v (p_v − q_v)²        ∂L/∂z_v = 2/V · p_v (p_v − q_v − Σ_u p_u (p_u − q_u))
 * </pre>
 *
 * Bounded, unlike {@link CrossEntropy}, hence gentle with wrong labels; but a network that is
 * surely wrong learns hardly anything from it. Items are probabilities, {@code n · V} of them.
 */
public record ProbabilityError() implements Loss {
  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return LossKernels.elements(
        "probability_error", predictions, LossKernels.distributions(predictions, targets));
  }
}
