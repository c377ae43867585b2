package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * R-Drop (Liang et al. 2021): every item is seen twice, with different dropout, and the two
 * distributions p and q that come out are to be alike. With the loss L of both
 *
 * <pre>½ (L(p) + L(q)) + weight / 4 · Σ (KL(p‖q) + KL(q‖p))</pre>
 *
 * which is half of the paper's sum, so that with p = q it is L. Summed over items, in nats.
 *
 * @param weight the paper's α
 */
public record RDrop(double weight) {
  /** Checks the weight. */
  public RDrop {
    if (!(weight > 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException("the weight must be greater than 0, is " + weight);
    }
  }

  /**
   * The loss of some items.
   *
   * @param both the loss of all rows of the logits
   * @param logits (2n, classes), of the first pass over n items and then of the second
   */
  public LossSum of(LossSum both, NDArray logits) {
    return new LossSum(
        LossKernels.rDrop(logits, both.sum(), weight), both.plain() / 2, both.count() / 2);
  }
}
