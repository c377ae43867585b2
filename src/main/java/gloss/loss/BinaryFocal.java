package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * Focal loss of labels y that are 0 or 1 (Lin et al. 2017, Focal Loss for Dense Object Detection):
 * for scores z with p = sigmoid(z)
 *
 * <pre>L = −α (1 − p)^γ ln p   where y = 1        L = −(1 − α) p^γ ln(1 − p)   where y = 0</pre>
 *
 * With q the probability of the right answer and a its weight, {@code ∂L/∂z = ± a (1 − q)^γ (γ q ln
 * q + q − 1)}, + where y = 1. For rare positives among many easy negatives: what is right already
 * hardly counts.
 *
 * @param gamma γ, 0 or more; 0 is the weighted {@link BinaryCrossEntropy}
 * @param alpha α, between 0 and 1
 */
public record BinaryFocal(double gamma, double alpha) implements Loss {
  /** Checks γ and α. */
  public BinaryFocal {
    Require.notNegative("gamma", gamma);
    Require.inside("alpha", alpha);
  }

  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return LossKernels.elements("binary_focal", predictions, targets, gamma, alpha);
  }
}
