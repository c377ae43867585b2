package gloss.task;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import gloss.batch.PaddedBatch;
import gloss.batch.SequenceBatch;
import gloss.batch.SortedBatches;
import gloss.decode.BeamSearch;
import gloss.decode.Hypothesis;
import gloss.decode.LengthPenalty;
import gloss.decode.NetworkTokens;
import gloss.decode.SearchOptions;
import gloss.nn.EncoderDecoder;
import gloss.nn.NoGradients;
import gloss.nn.Parameters;
import gloss.nn.Pass;
import gloss.nn.Transformer;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.Recipe;
import gloss.recipe.TranslationRecipe;
import gloss.subword.Vocabulary;
import gloss.text.InputException;
import gloss.train.Checkpoint;
import gloss.train.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network with its subwords: lines in, lines out. It may be used by several threads at once.
 *
 * <p>A line that is longer than those the network was trained on is translated in parts. An empty
 * line stays empty. The output never holds a line feed.
 */
public final class TranslationModel implements AutoCloseable {
  private static final SearchOptions.Marks MARKS =
      new SearchOptions.Marks(Vocabulary.BOS, Vocabulary.EOS, Vocabulary.STANDARD_SPECIALS.size());

  /** Source tokens times beam that are searched together: speed against memory. */
  private static final int TOKENS_AT_ONCE = 16_384;

  /** No output is longer, whatever a recipe allows. */
  private static final int MOST = 1_000_000;

  private final TranslationRecipe recipe;
  private final TokenizerPair tokenizers;
  private final NDManager manager;
  private final Transformer network;

  /** What the network is made for: of a learned position there is one for each word. */
  private final int longestTarget;

  /** A model with fresh weights, drawn from the recipe's seed. */
  TranslationModel(TranslationRecipe recipe, TokenizerPair tokenizers) {
    this.recipe = recipe;
    this.tokenizers = tokenizers;
    longestTarget =
        Math.max(
            recipe.batch().maxLength(), maxLength(recipe.decoding(), recipe.batch().maxLength()));
    int marks = 2;
    network =
        Networks.of(
            recipe.network(),
            new Networks.Sizes(
                tokenizers.source().vocabulary().size(),
                tokenizers.target().vocabulary().size(),
                longestTarget + marks));
    manager = NDManager.newBaseManager();
    Engine.getInstance().setRandomSeed((int) recipe.training().seed());
    network.initialize(manager);
  }

  /**
   * Loads a trained model.
   *
   * @throws gloss.text.InputException if the folder is no model, incomplete or damaged
   */
  public static TranslationModel load(Path path) throws IOException {
    ModelFolder folder = new ModelFolder(path);
    folder.verify();
    Recipe recipe = Recipe.load(folder.recipe(), List.of());
    if (!(recipe instanceof TranslationRecipe translation)) {
      throw InputException.in(path, "is not a model for translation");
    }
    if (!Files.exists(folder.weights())) {
      throw InputException.in(
          path, "has no weights yet; the training must reach its first validation");
    }
    Safetensors weights = Safetensors.read(folder.weights());
    TranslationModel model = new TranslationModel(translation, TokenizerPair.read(path));
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    Parameters.of(model.network).forEach((name, p) -> arrays.put(name, p.getArray()));
    Checkpoint.assign(folder.weights(), weights.entries(), arrays);
    return model;
  }

  /** What the model was made from. */
  public TranslationRecipe recipe() {
    return recipe;
  }

  TokenizerPair tokenizers() {
    return tokenizers;
  }

  /** The network. */
  EncoderDecoder network() {
    return network;
  }

  NDManager manager() {
    return manager;
  }

  /** Translates with the recipe's settings. */
  public List<String> translate(List<String> lines) {
    return translate(lines, recipe.decoding());
  }

  /** Translates lines; as many come back, in the same order. */
  public List<String> translate(List<String> lines, DecodingRecipe decoding) {
    return translate(lines, decoding, () -> {});
  }

  /** Translates lines; {@code mayStop} is called before each step of the search and may throw. */
  List<String> translate(List<String> lines, DecodingRecipe decoding, Runnable mayStop) {
    List<int[]> parts = new ArrayList<>();
    List<Integer> partsOfLine = new ArrayList<>();
    for (String line : lines) {
      List<int[]> ofLine = parts(line);
      parts.addAll(ofLine);
      partsOfLine.add(ofLine.size());
    }
    List<int[]> outputs = decode(parts, decoding, mayStop);
    List<String> translations = new ArrayList<>(lines.size());
    int from = 0;
    for (int count : partsOfLine) {
      translations.add(join(outputs.subList(from, from + count)));
      from += count;
    }
    return translations;
  }

  private List<int[]> parts(String line) {
    if (line.isBlank()) {
      return List.of();
    }
    int[] ids = tokenizers.source().encode(line);
    return LongInput.parts(ids, recipe.batch().maxLength(), this::beginsWord);
  }

  /** In the byte alphabet a space is written {@code Ġ}, and it belongs to the word after it. */
  private boolean beginsWord(int id) {
    return tokenizers.source().vocabulary().token(id).startsWith("Ġ");
  }

  private String join(List<int[]> outputs) {
    List<String> texts = new ArrayList<>();
    for (int[] output : outputs) {
      texts.add(tokenizers.target().decode(output).replace('\n', ' ').strip());
    }
    return String.join(" ", texts);
  }

  /** The best output of each source, in order; ids without marks. */
  private List<int[]> decode(List<int[]> sources, DecodingRecipe decoding, Runnable mayStop) {
    int[] lengths = sources.stream().mapToInt(source -> source.length + 1).toArray();
    // Each row becomes as many rows as the beam has hypotheses.
    SortedBatches batches =
        SortedBatches.of(lengths, Math.max(1, TOKENS_AT_ONCE / decoding.beam()));
    List<List<int[]>> outputs = new ArrayList<>();
    for (int[] indices : batches.indices()) {
      int[][] batch = Arrays.stream(indices).mapToObj(sources::get).toArray(int[][]::new);
      outputs.add(decodeBatch(batch, decoding, mayStop));
    }
    return batches.restore(outputs);
  }

  private List<int[]> decodeBatch(int[][] sources, DecodingRecipe decoding, Runnable mayStop) {
    PaddedBatch padded = SequenceBatch.sources(sources, TokenizerPair.SPECIALS);
    int[] maxLengths =
        Arrays.stream(sources)
            .mapToInt(source -> Math.min(longestTarget, maxLength(decoding, source.length)))
            .toArray();
    BeamSearch search =
        new BeamSearch(
            new SearchOptions(
                decoding.beam(), LengthPenalty.power(decoding.lengthPenalty()), MARKS));
    try (NoGradients inference = new NoGradients();
        NDManager scope = manager.newSubManager()) {
      Pass pass = new Pass(new ParameterStore(scope, false), false);
      NDArray ids = BatchArrays.ids(scope, padded);
      NDArray mask = BatchArrays.mask(scope, padded);
      try (NetworkTokens model =
          new NetworkTokens(
              network, pass, scope, ids, mask, tokenizers.target().vocabulary().size())) {
        return search.search(new Watched(model, mayStop), maxLengths).stream()
            .map(hypotheses -> hypotheses.get(0))
            .map(Hypothesis::tokens)
            .toList();
      }
    }
  }

  private static int maxLength(DecodingRecipe decoding, int sourceLength) {
    double length = Math.floor(decoding.maxRatio() * sourceLength) + decoding.maxExtra();
    return (int) Math.min(length, MOST);
  }

  @Override
  public void close() {
    manager.close();
  }
}
