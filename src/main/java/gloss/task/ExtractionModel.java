package gloss.task;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import gloss.corpus.SummarizedText;
import gloss.extract.Document;
import gloss.extract.SentenceSelection;
import gloss.model.Evaluation;
import gloss.model.Model;
import gloss.model.ModelFolder;
import gloss.nn.NoGradients;
import gloss.nn.Parameters;
import gloss.nn.Pass;
import gloss.nn.SentenceScorer;
import gloss.recipe.ExtractionRecipe;
import gloss.recipe.Recipe;
import gloss.subword.CopyVocabulary;
import gloss.subword.Words;
import gloss.text.InputException;
import gloss.text.SentenceSplitter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A network that knows which sentences of a text make a summary of it. It may be used by several
 * threads at once.
 */
public final class ExtractionModel implements Model {
  /** How the sentences of texts are found, in training and later. */
  static final SentenceSplitter SENTENCES = CoreNlpSentences.ofDocuments();

  static final String VOCABULARY = "tokenizer.json";

  private final ExtractionRecipe recipe;
  private final Words vocabulary;
  private final SentenceIds ids;
  private final SentenceScorer network;
  private final NDManager manager;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private boolean closed;

  /** A model with fresh weights, drawn from the recipe's seed. */
  ExtractionModel(ExtractionRecipe recipe, Words vocabulary) {
    this.recipe = recipe;
    this.vocabulary = vocabulary;
    ids = new SentenceIds(vocabulary, recipe.batch());
    network = new SentenceScorer(recipe.network(), vocabulary.size());
    manager = Parameters.drawn(recipe.training().seed(), network::initialize);
  }

  /**
   * Loads a trained model.
   *
   * @throws InputException if the folder is no model for extractive summarization, incomplete or
   *     damaged
   */
  public static ExtractionModel load(Path path) throws IOException {
    ModelFolder folder = new ModelFolder(path);
    ExtractionRecipe recipe = recipe(folder.describedRecipe(), path);
    return folder.restore(untrained(recipe, path));
  }

  static ExtractionModel untrained(ExtractionRecipe recipe, Path path) throws IOException {
    return new ExtractionModel(recipe, words(path));
  }

  static ExtractionRecipe recipe(Recipe recipe, Path path) {
    if (recipe instanceof ExtractionRecipe extraction) {
      return extraction;
    }
    throw InputException.in(path, "is not a model for extractive summarization");
  }

  static Words words(Path folder) throws IOException {
    Path file = folder.resolve(VOCABULARY);
    if (CopyVocabulary.read(file) instanceof Words words) {
      return words;
    }
    throw InputException.in(file, "holds subwords; this task reads words");
  }

  @Override
  public ExtractionRecipe recipe() {
    return recipe;
  }

  Words vocabulary() {
    return vocabulary;
  }

  SentenceIds ids() {
    return ids;
  }

  @Override
  public SentenceScorer network() {
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
  public Evaluation evaluate(String split) throws IOException {
    List<SummarizedText> texts = recipe.data().read(split);
    List<Document> documents =
        texts.stream().map(text -> new Document(SENTENCES.split(text.text()), List.of())).toList();
    List<List<Integer>> chosen = TrainedExtractor.of(this).chooseAll(documents);
    List<String> summaries = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      summaries.add(documents.get(i).text(chosen.get(i)));
    }
    return new SummaryEvaluation(split, texts, summaries, recipe.data());
  }

  /** The sentences that are read of all. */
  List<String> read(List<String> sentences) {
    return sentences.subList(0, Math.min(sentences.size(), recipe.batch().sentences()));
  }

  /** The choice of sentences by their scores. */
  SentenceSelection selection() {
    return new SentenceSelection(recipe.extract().words(), recipe.extract().noRepeatNgram());
  }

  /**
   * The score of each sentence of texts that have some.
   *
   * @throws IllegalStateException if the model is closed
   */
  List<double[]> scores(List<int[][]> texts) {
    use.readLock().lock();
    try (NoGradients inference = new NoGradients();
        NDManager owner = open().newSubManager()) {
      Pass pass = new Pass(new ParameterStore(owner, false), false);
      return byText(texts, scores(pass, owner, texts));
    } finally {
      use.readLock().unlock();
    }
  }

  private NDManager open() {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
    return manager;
  }

  /** The same as an array, (n, 1), text after text. */
  NDArray scores(Pass pass, NDManager owner, List<int[][]> texts) {
    SentenceIds.Arrays arrays = SentenceIds.Arrays.of(owner, texts);
    return network.apply(pass, arrays.ids(), arrays.mask(), arrays.wanted());
  }

  /** That array, cut into those of the texts. */
  static List<double[]> byText(List<int[][]> texts, NDArray scores) {
    float[] all = scores.toFloatArray();
    List<double[]> cut = new ArrayList<>();
    int from = 0;
    for (int[][] text : texts) {
      double[] own = new double[text.length];
      for (int i = 0; i < own.length; i++) {
        own[i] = all[from + i];
      }
      cut.add(own);
      from += own.length;
    }
    return cut;
  }

  /** Waits for those who are at work. */
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      closed = true;
      manager.close();
    } finally {
      use.writeLock().unlock();
    }
  }
}
