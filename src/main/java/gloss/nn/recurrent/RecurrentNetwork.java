package gloss.nn.recurrent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.nn.DecoderState;
import gloss.nn.Embedding;
import gloss.nn.EncoderDecoder;
import gloss.nn.Kernels;
import gloss.nn.Layer;
import gloss.nn.Linear;
import gloss.nn.Pass;
import gloss.recipe.RecurrentRecipe;
import gloss.recipe.Tie;
import org.jspecify.annotations.Nullable;

/**
 * The recurrent encoder–decoder with attention (Bahdanau et al. 2015; Luong et al. 2015).
 *
 * <p>The source is embedded and read by {@link RecurrentEncoder}; {@link RecurrentDecoder} writes,
 * and its attentional vectors h̃ (…, size) give the logits (…, vocabulary) as in a Transformer: by
 * the target embedding, where {@code tie} says so, else by a layer of their own.
 */
public final class RecurrentNetwork extends Layer implements EncoderDecoder {
  private final Embedding sourceEmbedding;
  private final Embedding targetEmbedding;
  private final RecurrentEncoder encoder;
  private final RecurrentDecoder decoder;
  private final @Nullable Linear output;
  private final double dropout;
  private final int vocabulary;

  /**
   * Makes the network; {@link #initialize(NDManager)} gives it its first weights.
   *
   * @param sourceVocabulary how many ids a source may hold
   * @param targetVocabulary how many ids a target may hold
   */
  public RecurrentNetwork(RecurrentRecipe recipe, int sourceVocabulary, int targetVocabulary) {
    int size = recipe.size();
    dropout = recipe.dropout();
    vocabulary = targetVocabulary;
    targetEmbedding = addChildBlock("target-embedding", new Embedding(targetVocabulary, size));
    sourceEmbedding =
        recipe.tie() == Tie.ALL
            ? targetEmbedding
            : addChildBlock("source-embedding", new Embedding(sourceVocabulary, size));
    encoder = addChildBlock("encoder", new RecurrentEncoder(recipe));
    decoder = addChildBlock("decoder", new RecurrentDecoder(recipe));
    output =
        recipe.tie() == Tie.NONE
            ? addChildBlock("output", new Linear(size, targetVocabulary))
            : null;
  }

  @Override
  public Memory encode(Pass pass, NDArray source, NDArray mask) {
    return new Memory(
        encoder.apply(pass, embed(pass, sourceEmbedding, source), mask), mask, source);
  }

  @Override
  public NDArray states(Pass pass, Memory memory, NDArray target, NDArray positions) {
    NDArray x = embed(pass, targetEmbedding, target);
    Source source = decoder.source(pass, memory.vectors(), memory.mask());
    NDArray vectors = decoder.apply(pass, x, decoder.firstState(pass, source), source).vectors();
    return Kernels.rowsAt(vectors, positions);
  }

  @Override
  public Output output(Pass pass) {
    return output == null ? targetEmbedding.output(pass) : output.asOutput(pass);
  }

  @Override
  public DecoderState start(Pass pass, NDManager owner, Memory memory) {
    Source source = decoder.source(pass, memory.vectors(), memory.mask());
    return new RecurrentState(owner.newSubManager(), source, decoder.firstState(pass, source));
  }

  @Override
  public NDArray step(Pass pass, DecoderState state, NDArray tokens) {
    return Kernels.linear(stepStates(pass, state, tokens), output(pass));
  }

  @Override
  public NDArray stepStates(Pass pass, DecoderState state, NDArray tokens) {
    RecurrentState before = (RecurrentState) state;
    NDArray x = embed(pass, targetEmbedding, tokens);
    RecurrentDecoder.Steps step = decoder.apply(pass, x, before.state(), before.source());
    before.advance(step);
    return step.vectors().squeeze(1);
  }

  private NDArray embed(Pass pass, Embedding embedding, NDArray ids) {
    return Kernels.dropout(embedding.apply(pass, ids), pass.dropout(dropout));
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
