package gloss.task;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.nn.EncoderDecoder;
import gloss.nn.Parameters;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.Recipe;
import gloss.recipe.TranslationRecipe;
import gloss.text.InputException;
import gloss.train.Checkpoint;
import gloss.train.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private final TranslationRecipe recipe;
  private final TokenizerPair tokenizers;
  private final NDManager manager;
  private final EncoderDecoder network;

  /** What the network is made for: of a learned position there is one for each word. */
  private final int longestTarget;

  /** A model with fresh weights, drawn from the recipe's seed. */
  TranslationModel(TranslationRecipe recipe, TokenizerPair tokenizers) {
    this.recipe = recipe;
    this.tokenizers = tokenizers;
    longestTarget = longestTarget(recipe);
    network =
        network(
            recipe,
            tokenizers.source().vocabulary().size(),
            tokenizers.target().vocabulary().size());
    manager = NDManager.newBaseManager();
    Engine.getInstance().setRandomSeed((int) recipe.training().seed());
    network.initialize(manager);
  }

  private static int longestTarget(TranslationRecipe recipe) {
    int maxLength = recipe.batch().maxLength();
    return Math.max(maxLength, recipe.decoding().length().most(maxLength));
  }

  /** A recipe's network, without weights, for vocabularies of the sizes given. */
  static EncoderDecoder network(TranslationRecipe recipe, int sources, int targets) {
    int marks = 2;
    return Networks.of(
        recipe.network(), new Networks.Sizes(sources, targets, longestTarget(recipe) + marks));
  }

  /**
   * Loads a trained model.
   *
   * @throws gloss.text.InputException if the folder is no model, incomplete or damaged
   */
  public static TranslationModel load(Path path) throws IOException {
    ModelFolder folder = new ModelFolder(path);
    folder.verify();
    if (!Files.exists(folder.weights())) {
      throw InputException.in(
          path, "has no weights yet; the training must reach its first validation");
    }
    Safetensors weights = Safetensors.read(folder.weights());
    TranslationModel model = untrained(folder);
    Checkpoint.assign(folder.weights(), weights.entries(), model.weights());
    return model;
  }

  /** A model as its folder describes it, with fresh weights. */
  static TranslationModel untrained(ModelFolder folder) throws IOException {
    Recipe recipe = Recipe.load(folder.recipe(), List.of());
    if (!(recipe instanceof TranslationRecipe translation)) {
      throw InputException.in(folder.path(), "is not a model for translation");
    }
    return new TranslationModel(translation, TokenizerPair.read(folder.path()));
  }

  /** The weights by name. */
  Map<String, NDArray> weights() {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    Parameters.of(network).forEach((name, p) -> arrays.put(name, p.getArray()));
    return arrays;
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

  /** The longest output that the network can write. */
  int longestTarget() {
    return longestTarget;
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
    return new TextTranslator(List.of(this), decoding, mayStop)
            .translate(
                lines.stream().map(line -> new TranslationRequest(line, decoding.words())).toList())
            .stream()
            .map(result -> result.best().text())
            .toList();
  }

  @Override
  public void close() {
    manager.close();
  }
}
