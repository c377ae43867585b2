package gloss.task;

import ai.djl.ndarray.NDManager;
import gloss.corpus.ParallelText;
import gloss.explain.Explainable;
import gloss.explain.Explanation;
import gloss.lexicon.Shortlist;
import gloss.model.Evaluation;
import gloss.model.ModelFolder;
import gloss.model.SearchingModel;
import gloss.nn.EncoderDecoder;
import gloss.nn.Parameters;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.TranslationRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A network with its subwords: lines in, lines out. It may be used by several threads at once.
 *
 * <p>A line that is longer than those the network was trained on is translated in parts. An empty
 * line stays empty. The output never holds a line feed.
 */
public final class TranslationModel implements SearchingModel, Explainable {
  private final TranslationRecipe recipe;
  private final TokenizerPair tokenizers;
  private final NDManager manager;
  private final EncoderDecoder network;

  /** What the network is made for: of a learned position there is one for each word. */
  private final int longestTarget;

  private final Optional<Shortlist> shortlist;

  /** A model with fresh weights, drawn from the recipe's seed. */
  TranslationModel(TranslationRecipe recipe, TokenizerPair tokenizers) {
    this(recipe, tokenizers, Optional.empty());
  }

  private TranslationModel(
      TranslationRecipe recipe, TokenizerPair tokenizers, Optional<Shortlist> shortlist) {
    this.recipe = recipe;
    this.tokenizers = tokenizers;
    this.shortlist = shortlist;
    longestTarget = longestTarget(recipe);
    network =
        network(
            recipe,
            tokenizers.source().vocabulary().size(),
            tokenizers.target().vocabulary().size());
    manager = Parameters.drawn(recipe.training().seed(), network::initialize);
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
    TranslationRecipe recipe = TranslationExperiment.translation(folder.describedRecipe(), path);
    return folder.restore(untrained(recipe, path));
  }

  /**
   * A model with fresh weights, and with the subwords and the shortlist of a trained one's folder.
   */
  static TranslationModel untrained(TranslationRecipe recipe, Path folder) throws IOException {
    TokenizerPair tokenizers = TokenizerPair.read(folder);
    return new TranslationModel(recipe, tokenizers, shortlist(folder, tokenizers));
  }

  private static Optional<Shortlist> shortlist(Path folder, TokenizerPair tokenizers)
      throws IOException {
    Path file = folder.resolve(Shortlist.FILE);
    return Files.exists(file)
        ? Optional.of(
            Shortlist.read(
                file, tokenizers.source().vocabulary(), tokenizers.target().vocabulary()))
        : Optional.empty();
  }

  /** Which target subwords its sources are likely to need, if it was ever asked. */
  Optional<Shortlist> shortlist() {
    return shortlist;
  }

  @Override
  public TranslationRecipe recipe() {
    return recipe;
  }

  TokenizerPair tokenizers() {
    return tokenizers;
  }

  @Override
  public EncoderDecoder network() {
    return network;
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  @Override
  public List<String> files() {
    return tokenizers.files();
  }

  @Override
  public void write(Path folder) throws IOException {
    tokenizers.write(folder);
  }

  @Override
  public Collection<String> splits() throws IOException {
    return recipe.data().splits().keySet();
  }

  @Override
  public DecodingRecipe decoding() {
    return recipe.decoding();
  }

  @Override
  public Evaluation evaluate(String split, DecodingRecipe decoding) throws IOException {
    ParallelText text = recipe.data().read(split);
    return new TranslationEvaluation(split, text, translate(text.sources(), decoding));
  }

  @Override
  public Explanation explain(String split) throws IOException {
    return new TranslationExplainer(this).explain(split);
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
}
