package gloss.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Focal loss over classes (Lin et al. 2017, Focal Loss for Dense Object Detection): for scores z
 * and label y, p = softmax(z)
 *
 * <pre>
 * L = −w_y (1 − p_y)^γ ln p_y
 * ∂L/∂z = w_y (1 − p_y)^(γ−1) (1 − p_y − γ p_y ln p_y) (p − onehot(y))
 * </pre>
 *
 * divided by the sum of the w_y. Examples that are right already hardly count, so that training
 * turns to the hard and the rare ones; with wrong labels in the data it turns to those. What is
 * reported is the cross-entropy, which is comparable whatever γ is.
 *
 * @param gamma γ, 0 or more; 0 is {@link CrossEntropy}
 * @param weights w, one for each class; empty if all count the same
 */
public record Focal(double gamma, List<Double> weights) implements Loss {
  /** Checks γ and the weights. */
  public Focal {
    weights = List.copyOf(weights);
    Require.notNegative("gamma", gamma);
    weights.forEach(weight -> Require.notNegative("weight", weight));
  }

  /** All classes count the same. */
  public Focal(double gamma) {
    this(gamma, List.of());
  }

  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return LossKernels.classes(
        "focal", predictions, targets, ClassWeights.table(weights, predictions), gamma);
  }
}
