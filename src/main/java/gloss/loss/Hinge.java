package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * The hinge loss of support vector machines (Cortes and Vapnik 1995): for scores s and labels y
 *
 * <pre>L = max(0, m − y s)        ∂L/∂s = −y where y s &lt; m, else 0</pre>
 *
 * with y = 1 for a target above 0 and −1 otherwise, so targets may be 0 and 1 or −1 and 1. What is
 * on the right side by the margin m no longer counts: the decision rests on the hard cases, and
 * scores are no probabilities.
 *
 * @param margin m, greater than 0
 */
public record Hinge(double margin) implements Loss {
  /** Checks the margin. */
  public Hinge {
    Require.positive("margin", margin);
  }

  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return LossKernels.elements("hinge", predictions, targets, margin, false);
  }
}
