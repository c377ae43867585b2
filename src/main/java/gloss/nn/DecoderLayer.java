package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import gloss.recipe.TransformerRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Attention to what was written, attention to the source, then a feed-forward network, each in a
 * residual connection.
 */
final class DecoderLayer extends Layer {
  private final Attention self;
  private final Residual selfResidual;
  private final Attention cross;
  private final Residual crossResidual;
  private final FeedForward feedForward;
  private final Residual feedForwardResidual;

  /** Makes the layer; {@code depth} counts from 1. */
  DecoderLayer(TransformerRecipe recipe, int depth) {
    self = addChildBlock("self-attention", Transformer.attention(recipe, depth));
    selfResidual = addChildBlock("self-attention-residual", Transformer.residual(recipe));
    cross = addChildBlock("cross-attention", Transformer.attention(recipe, depth));
    crossResidual = addChildBlock("cross-attention-residual", Transformer.residual(recipe));
    feedForward = addChildBlock("feed-forward", Transformer.feedForward(recipe, depth));
    feedForwardResidual = addChildBlock("feed-forward-residual", Transformer.residual(recipe));
  }

  /** The whole target at once: x (batch, target, size). */
  NDArray apply(Pass pass, NDArray x, EncoderDecoder.Memory memory) {
    NDArray sourceKeys = cross.keyValue(pass, memory.vectors());
    return layer(pass, x, y -> self.applyCausal(pass, y), sourceKeys, memory.mask());
  }

  /** The source's keys and values, which every step needs. */
  NDArray sourceKeys(Pass pass, EncoderDecoder.Memory memory) {
    return cross.keyValue(pass, memory.vectors());
  }

  /**
   * Its weights, as {@link Kernels.DecoderMemory} has them; what is made for it belongs to the
   * manager.
   */
  List<NDArray> weights(Pass pass, NDManager manager) {
    List<NDArray> own = self.values(pass);
    List<NDArray> weights = new ArrayList<>(selfResidual.values(pass));
    for (int part = 0; part < 2; part++) {
      NDArray joined = Kernels.joined(List.of(own.get(part), own.get(part + 2)));
      joined.attach(manager);
      weights.add(joined);
    }
    weights.addAll(own.subList(4, 6));
    weights.addAll(crossResidual.values(pass));
    List<NDArray> other = cross.values(pass);
    weights.addAll(other.subList(0, 2));
    weights.addAll(other.subList(4, 6));
    weights.addAll(feedForwardResidual.values(pass));
    weights.addAll(feedForward.values(pass));
    return weights;
  }

  private NDArray layer(
      Pass pass,
      NDArray x,
      UnaryOperator<NDArray> attendToWritten,
      NDArray sourceKeys,
      NDArray mask) {
    NDArray written = selfResidual.apply(pass, x, attendToWritten);
    NDArray seen = crossResidual.apply(pass, written, y -> cross.apply(pass, y, sourceKeys, mask));
    return feedForwardResidual.apply(pass, seen, y -> feedForward.apply(pass, y));
  }

  /**
   * Inputs: x (batch, target, size), memory (batch, source, size), mask (batch, 1, 1, source), and
   * what was read, (batch, source).
   */
  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    EncoderDecoder.Memory memory =
        new EncoderDecoder.Memory(inputs.get(1), inputs.get(2), inputs.get(3));
    return new NDList(apply(pass, inputs.get(0), memory));
  }
}
