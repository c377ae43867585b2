package gloss.loss;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;

/**
 * Binary cross-entropy of labels y that are 0 or 1, or probabilities in between: for scores z with
 * p = sigmoid(z) = 1 / (1 + e⁻ᶻ)
 *
 * <pre>L = −1/n · Σ (w y ln p + (1 − y) ln(1 − p))        ∂L/∂z = 1/n · ((1 − y) p − w y (1 − p))
 * </pre>
 *
 * where w is the weight of a positive label: 1, or more where positive labels are rare. It is the
 * negative log-likelihood of independent yes-no questions. It takes the scores and not the
 * probabilities, so that it stays exact where p rounds to 0 or 1.
 *
 * <p>Worked example: labels 1, 0, 1 and probabilities 0.9, 0.2, 0.6, that is the scores ln 9 =
 * 2.197225, ln ¼ = −1.386294, ln 1.5 = 0.405465. The terms are −ln 0.9 = 0.105361, −ln 0.8 =
 * 0.223144, −ln 0.6 = 0.510826, and L = 0.839330 / 3 = 0.279777. The gradient is (p − y) / 3 =
 * −0.033333, 0.066667, −0.133333.
 *
 * @param positiveWeights w: one for all labels, or one for each of the last dimension
 */
public record BinaryCrossEntropy(List<Double> positiveWeights) implements Loss {
  /** Checks the weights. */
  public BinaryCrossEntropy {
    positiveWeights = List.copyOf(positiveWeights);
    Require.that(!positiveWeights.isEmpty(), "a weight is needed");
    positiveWeights.forEach(weight -> Require.positive("weight", weight));
  }

  /** Positive labels count as much as negative ones. */
  public BinaryCrossEntropy() {
    this(List.of(1.0));
  }

  /** The weight of a positive label that makes both kinds count the same. */
  public static double balance(long positives, long negatives) {
    Require.that(positives > 0 && negatives > 0, "both kinds of labels are needed");
    return (double) negatives / positives;
  }

  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    double[] weights = positiveWeights.stream().mapToDouble(Double::doubleValue).toArray();
    long last = predictions.getShape().get(predictions.getShape().dimension() - 1);
    Require.that(
        weights.length == 1 || weights.length == last,
        Arrays.toString(weights) + " are not one weight for each of " + last + " labels");
    return LossKernels.elements("binary_cross_entropy", predictions, targets, weights);
  }
}
