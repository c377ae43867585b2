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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Transformer encoder–decoder (Vaswani et al. 2017), pre- or post-norm.
 *
 * <p>Embeddings may be shared: {@code tie: all} uses one table for source, target and output layer
 * (a joint vocabulary is needed), {@code tie: output} one for target and output layer.
 *
 * <p>What layer l adds to its input starts 1/√l as large as Xavier's weights would make it (Zhang
 * et al. 2019), so that the sum over many layers grows with the logarithm of their number: a deep
 * encoder trains from the first step on.
 */
public final class Transformer extends Layer implements EncoderDecoder {
  /** So many weights are copied into the Java heap for steps of few hypotheses; more are not. */
  private static final long LITTLE = 1 << 24;

  private final Embedding sourceEmbedding;
  private final Embedding targetEmbedding;
  private final PositionLayer sourcePositions;
  private final PositionLayer targetPositions;
  private final List<EncoderLayer> encoder = new ArrayList<>();
  private final List<DecoderLayer> decoder = new ArrayList<>();
  private final @Nullable LayerNorm encoderNorm;
  private final @Nullable LayerNorm decoderNorm;
  private final @Nullable Linear output;
  private final DecoderWeights stepWeights = new DecoderWeights();
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
      encoder.add(addChildBlock("encoder." + i, new EncoderLayer(recipe, i + 1)));
    }
    for (int i = 0; i < recipe.decoderLayers(); i++) {
      decoder.add(addChildBlock("decoder." + i, new DecoderLayer(recipe, i + 1)));
    }
    boolean pre = recipe.norm() == Norm.PRE;
    encoderNorm = pre ? addChildBlock("encoder.norm", new LayerNorm(size)) : null;
    decoderNorm = pre ? addChildBlock("decoder.norm", new LayerNorm(size)) : null;
    output =
        recipe.tie() == Tie.NONE
            ? addChildBlock("output", new Linear(size, targetVocabulary))
            : null;
  }

  static Attention attention(TransformerRecipe recipe, int depth) {
    return new Attention(recipe.size(), recipe.heads(), recipe.attentionDropout(), gain(depth));
  }

  static FeedForward feedForward(TransformerRecipe recipe, int depth) {
    return new FeedForward(
        recipe.size(), recipe.feedForward(), recipe.activationDropout(), gain(depth));
  }

  private static double gain(int depth) {
    return 1 / Math.sqrt(depth);
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
    Packing packing = Packing.of(pass, mask);
    NDArray x = packing.pack(embed(pass, sourceEmbedding, sourcePositions, source, 0));
    for (EncoderLayer layer : encoder) {
      x = layer.apply(pass, x, mask, packing);
    }
    return new Memory(packing.unpack(normed(pass, encoderNorm, x)), mask, source);
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
    return new TransformerState(manager, steps(pass), sourceKeys, mask);
  }

  private TransformerState.Steps steps(Pass pass) {
    return new TransformerState.Steps(
        stepWeights.now(pass.precision(), () -> own(pass), copies -> copyTo(copies, pass)),
        decoderNorm != null,
        (manager, count) -> targetPositions.table(pass, manager, count));
  }

  private List<NDArray> own(Pass pass) {
    return Parameters.of(this).values().stream().map(parameter -> pass.value(parameter)).toList();
  }

  @Override
  public void freeze() {
    stepWeights.freeze();
  }

  @Override
  public Optional<HeapDecoder.Maker> inHeap(Pass pass) {
    boolean little = Parameters.count(this) <= LITTLE;
    return little && !pass.half()
        ? Optional.of((memory, lengths) -> heapDecoder(pass, memory, lengths))
        : Optional.empty();
  }

  private HeapDecoder heapDecoder(Pass pass, Memory memory, int[] lengths) {
    HeapWeights weights =
        stepWeights.inHeap(
            () -> own(pass), copies -> copyTo(copies, pass), decoder.size(), decoderNorm != null);
    NDManager manager = memory.vectors().getManager();
    try (NDManager scope = manager.newSubManager()) {
      List<NDArray> sourceKeys = new ArrayList<>();
      for (DecoderLayer layer : decoder) {
        NDArray keys = layer.sourceKeys(pass, memory);
        keys.attach(scope);
        sourceKeys.add(keys);
      }
      return new HeapDecoder(
          weights, sourceKeys, lengths, count -> positions(pass, count), alignmentLayer());
    }
  }

  private float[] positions(Pass pass, int count) {
    try (NDManager scope = NDManager.newBaseManager()) {
      return targetPositions.table(pass, scope, count).toFloatArray();
    }
  }

  private void copyTo(StepWeights weights, Pass pass) {
    weights.add(targetEmbedding.output(pass).values());
    decoder.forEach(layer -> layer.copyTo(weights, pass));
    if (decoderNorm != null) {
      weights.add(decoderNorm.values(pass));
    }
    weights.linear(output(pass).values());
  }

  @Override
  public NDArray step(Pass pass, DecoderState state, NDArray tokens) {
    return ((TransformerState) state).step(tokens, alignmentLayer(), true);
  }

  @Override
  public NDArray stepStates(Pass pass, DecoderState state, NDArray tokens) {
    return ((TransformerState) state).step(tokens, alignmentLayer(), false);
  }

  /** The layer before the last aligns best (Garg et al. 2019). */
  private int alignmentLayer() {
    return Math.max(0, decoder.size() - 2);
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
