package gloss.loss;

import ai.djl.ndarray.NDArray;
import gloss.nn.KernelLibrary;

/**
 * Cosine embedding loss of two vectors a and b that belong together or not:
 *
 * <pre>
 * L = 1 − cos(a, b)                where they belong together
 * L = max(0, cos(a, b) − margin)   where they do not
 * ∂cos/∂a = (b / |b| − cos · a / |a|) / |a|
 * </pre>
 *
 * For predictions whose direction matters and whose length does not, such as embeddings of
 * sentences. Items are rows.
 *
 * @param margin cosine up to which strangers are left alone, in [−1, 1]
 */
public record CosineEmbedding(double margin) implements Loss {
  /** Checks the margin. */
  public CosineEmbedding {
    Require.that(margin >= -1 && margin <= 1, "margin must be in [-1, 1], is " + margin);
  }

  /** The loss of predictions that belong to their targets, both {@code (n, size)}. */
  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return pairs(predictions, targets, KernelLibrary.optional(null));
  }

  /**
   * The loss of pairs.
   *
   * @param first (n, size)
   * @param second (n, size)
   * @param signs (n), 1 where the two belong together and −1 where they do not
   */
  public LossSum of(NDArray first, NDArray second, NDArray signs) {
    return pairs(first, second, KernelLibrary.optional(signs));
  }

  private LossSum pairs(NDArray first, NDArray second, Object signs) {
    LossKernels.checkSameShape(first, second);
    Require.that(first.getShape().dimension() == 2, "vectors must be rows: (n, size)");
    return LossSum.of(
        LossKernels.call("cosine_embedding", first, second, signs, margin),
        first.getShape().get(0));
  }
}
