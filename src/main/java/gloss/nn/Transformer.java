package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.recipe.Norm;
import gloss.recipe.Tie;
import gloss.recipe.TransformerRecipe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Transformer encoder–decoder (Vaswani et al. 2017), pre- or post-norm.
 *
 * <p>Embeddings may be shared: {@code tie: all} uses one table for source, target and output layer
 * (a joint vocabulary is needed), {@code tie: output} one for target and output layer.
 */
public final class Transformer extends Layer implements EncoderDecoder {
  private final Embedding sourceEmbedding;
  private final Embedding targetEmbedding;
  private final PositionLayer sourcePositions;
  private final PositionLayer targetPositions;
  private final List<EncoderLayer> encoder = new ArrayList<>();
  private final List<DecoderLayer> decoder = new ArrayList<>();
  private final @Nullable LayerNorm encoderNorm;
  private final @Nullable LayerNorm decoderNorm;
  private final @Nullable Linear output;
  private final double dropout;
  private final int vocabulary;

  /**
   * Makes the network; {@link #initialize(NDManager)} gives it its first weights.
   *
   * @param sourceVocabulary how many ids a source may hold
   * @param targetVocabulary how many ids a target may hold
   * @param maxLength longest sequence, for learned positions
   */
  public Transformer(
      TransformerRecipe recipe, int sourceVocabulary, int targetVocabulary, int maxLength) {
    int size = recipe.size();
    dropout = recipe.dropout();
    vocabulary = targetVocabulary;
    targetEmbedding = addChildBlock("target-embedding", new Embedding(targetVocabulary, size));
    sourceEmbedding =
        recipe.tie() == Tie.ALL
            ? targetEmbedding
            : addChildBlock("source-embedding", new Embedding(sourceVocabulary, size));
    sourcePositions = addChildBlock("source-positions", positions(recipe, maxLength));
    targetPositions = addChildBlock("target-positions", positions(recipe, maxLength));
    for (int i = 0; i < recipe.encoderLayers(); i++) {
      encoder.add(addChildBlock("encoder." + i, new EncoderLayer(recipe)));
    }
    for (int i = 0; i < recipe.decoderLayers(); i++) {
      decoder.add(addChildBlock("decoder." + i, new DecoderLayer(recipe)));
    }
    boolean pre = recipe.norm() == Norm.PRE;
    encoderNorm = pre ? addChildBlock("encoder.norm", new LayerNorm(size)) : null;
    decoderNorm = pre ? addChildBlock("decoder.norm", new LayerNorm(size)) : null;
    output =
        recipe.tie() == Tie.NONE
            ? addChildBlock("output", new Linear(size, targetVocabulary))
            : null;
  }

  static Attention attention(TransformerRecipe recipe) {
    return new Attention(recipe.size(), recipe.heads(), recipe.attentionDropout());
  }

  static FeedForward feedForward(TransformerRecipe recipe) {
    return new FeedForward(recipe.size(), recipe.feedForward(), recipe.activationDropout());
  }

  static Residual residual(TransformerRecipe recipe) {
    return new Residual(recipe.size(), recipe.norm() == Norm.PRE, recipe.dropout());
  }

  private static PositionLayer positions(TransformerRecipe recipe, int maxLength) {
    return switch (recipe.positions()) {
      case SINUSOIDAL -> new PositionLayer.Sinusoidal(recipe.size());
      case LEARNED -> new PositionLayer.Learned(maxLength, recipe.size());
    };
  }

  @Override
  public Memory encode(Pass pass, NDArray source, NDArray mask) {
    NDArray x = embed(pass, sourceEmbedding, sourcePositions, source, 0);
    for (EncoderLayer layer : encoder) {
      x = layer.apply(pass, x, mask);
    }
    return new Memory(normed(pass, encoderNorm, x), mask);
  }

  @Override
  public NDArray states(Pass pass, Memory memory, NDArray target, NDArray positions) {
    NDArray x = embed(pass, targetEmbedding, targetPositions, target, 0);
    for (DecoderLayer layer : decoder) {
      x = layer.apply(pass, x, memory);
    }
    return Kernels.rowsAt(normed(pass, decoderNorm, x), positions);
  }

  @Override
  public Output output(Pass pass) {
    return output == null ? targetEmbedding.output(pass) : output.asOutput(pass);
  }

  @Override
  public DecoderState start(Pass pass, NDManager owner, Memory memory) {
    NDManager manager = owner.newSubManager();
    List<NDArray> sourceKeys = new ArrayList<>();
    for (DecoderLayer layer : decoder) {
      NDArray keys = layer.sourceKeys(pass, memory);
      keys.attach(manager);
      sourceKeys.add(keys);
    }
    NDArray mask = memory.mask().duplicate();
    mask.attach(manager);
    return new TransformerState(manager, sourceKeys, mask);
  }

  @Override
  public NDArray step(Pass pass, DecoderState state, NDArray tokens) {
    TransformerState cache = (TransformerState) state;
    NDArray x = embed(pass, targetEmbedding, targetPositions, tokens, cache.length());
    for (int i = 0; i < decoder.size(); i++) {
      x = decoder.get(i).step(pass, x, cache, i);
    }
    cache.advance();
    return Kernels.linear(normed(pass, decoderNorm, x).squeeze(1), output(pass));
  }

  private NDArray embed(
      Pass pass, Embedding embedding, PositionLayer positions, NDArray ids, int from) {
    NDArray x = positions.apply(pass, embedding.apply(pass, ids), from);
    return Kernels.dropout(x, pass.dropout(dropout));
  }

  private static NDArray normed(Pass pass, @Nullable LayerNorm norm, NDArray x) {
    return norm == null ? x : norm.apply(pass, x);
  }

  /** Inputs: source, mask, target and wanted positions; output: logits (n, vocabulary). */
  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    Memory memory = encode(pass, inputs.get(0), inputs.get(1));
    return new NDList(logits(pass, memory, inputs.get(2), inputs.get(3)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[3].get(0), vocabulary)};
  }
}
