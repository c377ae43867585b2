package gloss.task;

import ai.djl.ndarray.NDManager;
import gloss.explain.Explainable;
import gloss.explain.Explanation;
import gloss.model.Evaluation;
import gloss.model.ModelFolder;
import gloss.model.SearchingModel;
import gloss.nn.Parameters;
import gloss.nn.pointer.PointerNetwork;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.Recipe;
import gloss.recipe.SummarizationRecipe;
import gloss.subword.CopyVocabulary;
import gloss.subword.Vocabulary;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * A network that summarizes, with its vocabulary: texts in, summaries out. It may be used by
 * several threads at once.
 *
 * <p>Of a text as much is read as the recipe says, from its beginning. An empty text has an empty
 * summary.
 */
public final class SummarizationModel implements SearchingModel, Explainable {
  static final String VOCABULARY = "tokenizer.json";

  private final SummarizationRecipe recipe;
  private final CopyVocabulary vocabulary;
  private final NDManager manager;
  private final PointerNetwork network;

  /** A model with fresh weights, drawn from the recipe's seed. */
  SummarizationModel(SummarizationRecipe recipe, CopyVocabulary vocabulary) {
    this.recipe = recipe;
    this.vocabulary = vocabulary;
    network = network(recipe, vocabulary.size());
    manager = Parameters.drawn(recipe.training().seed(), network::initialize);
  }

  /** A recipe's network, without weights, for a vocabulary of the size given. */
  static PointerNetwork network(SummarizationRecipe recipe, int words) {
    int marks = 2;
    return new PointerNetwork(
        Networks.of(
            recipe.network(), new Networks.Sizes(words, words, recipe.batch().longest() + marks)),
        new PointerNetwork.Settings(
            recipe.network().size(),
            words,
            Vocabulary.UNK,
            recipe.network().dropout(),
            recipe.pointer().coverage() > 0,
            recipe.pointer().coverageFrom()));
  }

  /**
   * Loads a trained model.
   *
   * @throws InputException if the folder is no model for summarization, incomplete or damaged
   */
  public static SummarizationModel load(Path path) throws IOException {
    ModelFolder folder = new ModelFolder(path);
    SummarizationRecipe recipe = recipe(folder.describedRecipe(), path);
    return folder.restore(untrained(recipe, path));
  }

  static SummarizationModel untrained(SummarizationRecipe recipe, Path path) throws IOException {
    return new SummarizationModel(recipe, CopyVocabulary.read(path.resolve(VOCABULARY)));
  }

  static SummarizationRecipe recipe(Recipe recipe, Path path) {
    if (recipe instanceof SummarizationRecipe summarization) {
      return summarization;
    }
    throw InputException.in(path, "is not a model for summarization");
  }

  @Override
  public SummarizationRecipe recipe() {
    return recipe;
  }

  CopyVocabulary vocabulary() {
    return vocabulary;
  }

  /** What texts are measured in: {@code words} or {@code subwords}. */
  public String unit() {
    return vocabulary.unit();
  }

  @Override
  public PointerNetwork network() {
    return network;
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  @Override
  public List<String> files() {
    return List.of(VOCABULARY);
  }

  @Override
  public void write(Path folder) throws IOException {
    vocabulary.write(folder.resolve(VOCABULARY));
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
    return SummaryEvaluation.of(this, split, decoding);
  }

  @Override
  public Explanation explain(String split) throws IOException {
    return new SummaryExplainer(this).explain(split);
  }

  /** Summarizes texts; as many results come back, in the same order. */
  public List<SummaryResult> summarize(List<String> texts, DecodingRecipe decoding) {
    return summarize(texts, decoding, () -> {});
  }

  /** The same; {@code mayStop} is called before each step of the search and may throw. */
  public List<SummaryResult> summarize(
      List<String> texts, DecodingRecipe decoding, Runnable mayStop) {
    return new SummaryDecoder(this, decoding, mayStop).decode(texts);
  }
}
