package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * Negative log-likelihood of counts t ≥ 0 under a Poisson distribution whose rate's logarithm z is
 * predicted:
 *
 * <pre>L = eᶻ − t z        ∂L/∂z = eᶻ − t</pre>
 *
 * For counts and other amounts that are never negative, such as demand or claims: the spread grows
 * with the mean. {@code full} adds t ln t − t + ½ ln(2πt) for t &gt; 1, Stirling's form of ln t!,
 * which is the same whatever is predicted. Beyond z ≈ 88 the rate itself is no finite number.
 *
 * @param full whether ln t! is added
 */
public record Poisson(boolean full) implements Loss {
  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return LossKernels.elements("poisson", predictions, targets, full);
  }
}
