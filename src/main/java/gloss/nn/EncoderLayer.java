package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import gloss.recipe.TransformerRecipe;

/** Self-attention, then a feed-forward network, each in a residual connection. */
final class EncoderLayer extends Layer {
  private final Attention attention;
  private final Residual attentionResidual;
  private final FeedForward feedForward;
  private final Residual feedForwardResidual;

  /** Makes the layer; {@code depth} counts from 1. */
  EncoderLayer(TransformerRecipe recipe, int depth) {
    attention = addChildBlock("attention", Transformer.attention(recipe, depth));
    attentionResidual = addChildBlock("attention-residual", Transformer.residual(recipe));
    feedForward = addChildBlock("feed-forward", Transformer.feedForward(recipe, depth));
    feedForwardResidual = addChildBlock("feed-forward-residual", Transformer.residual(recipe));
  }

  /**
   * Applies the layer.
   *
   * @param x (batch, length, size), or as {@code packing} packs it
   * @param mask boolean (batch, 1, 1, length)
   */
  NDArray apply(Pass pass, NDArray x, NDArray mask, Packing packing) {
    NDArray seen =
        attentionResidual.apply(pass, x, y -> attention.applySelf(pass, y, mask, packing));
    return feedForwardResidual.apply(pass, seen, y -> feedForward.apply(pass, y));
  }

  /** Inputs: x (batch, length, size), mask (batch, 1, 1, length). */
  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.get(0), inputs.get(1), Packing.none()));
  }
}
