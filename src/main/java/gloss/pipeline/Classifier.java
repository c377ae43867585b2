package gloss.pipeline;

import gloss.model.ModelFolder;
import gloss.nn.Threads;
import gloss.recipe.ImageClassificationRecipe;
import gloss.recipe.RegressionRecipe;
import gloss.recipe.TabularClassificationRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Classifies with a trained model: the rows of tables, or pictures.
 *
 * <pre>{@code
 * try (Classifier classifier = Classifier.load(Path.of("models/glyphs"))) {
 *   Classification found = classifier.classify(ClassifierInput.picture(Path.of("a.png")));
 *   String label = found.label();
 * }
 * }</pre>
 *
 * <p>It may be used by several threads at once: what they ask for is classified together, which is
 * faster than one by one. A thread that is interrupted while it waits gets a {@link
 * java.util.concurrent.CancellationException}. Closing ends what is at work and frees the native
 * memory; who waits then, or comes later, gets an {@link IllegalStateException}. For all pictures
 * of a folder or an archive see {@link ImageClassifier}, for whole tables {@link Predictor}.
 */
public final class Classifier implements AutoCloseable {
  private final ClassNetwork network;
  private final ClassifierOptions options;
  private final Gatherer<Kind, ClassNetwork.Prepared, Classification> gatherer;

  private Classifier(ClassNetwork network, ClassifierOptions options) {
    this.network = network;
    this.options = options;
    gatherer = new Gatherer<>("classifier", new Decoder(network, options.atOnce()));
  }

  /** What a model classifies. */
  public enum Kind {
    /** Rows of tables. */
    ROWS,
    /** Pictures. */
    PICTURES
  }

  private record Decoder(ClassNetwork network, int atOnce)
      implements Gatherer.Decoder<Kind, ClassNetwork.Prepared, Classification> {
    @Override
    public List<Classification> decode(
        Kind kind, List<ClassNetwork.Prepared> inputs, Runnable mayStop) {
      mayStop.run();
      return network.probabilities(inputs).stream()
          .map(probabilities -> Classification.of(network.classes(), probabilities))
          .toList();
    }

    @Override
    public int weight(ClassNetwork.Prepared input) {
      return 1;
    }

    @Override
    public int most(Kind kind) {
      return atOnce;
    }
  }

  /**
   * Loads a model.
   *
   * @throws InputException if the folder is no model that classifies, incomplete or damaged
   */
  public static Classifier load(Path folder) throws IOException {
    return load(folder, ClassifierOptions.defaults());
  }

  /** As {@link #load(Path)}, with options. */
  public static Classifier load(Path folder, ClassifierOptions options) throws IOException {
    return new Classifier(Threads.apart(() -> network(folder, options)), options);
  }

  /** How this classifier works. */
  public ClassifierOptions options() {
    return options;
  }

  private static ClassNetwork network(Path folder, ClassifierOptions options) throws IOException {
    var recipe = new ModelFolder(folder).describedRecipe();
    if (recipe instanceof ImageClassificationRecipe) {
      return PictureNetwork.load(folder, options.mostPixels());
    }
    if (recipe instanceof TabularClassificationRecipe) {
      return RowNetwork.load(folder);
    }
    throw InputException.in(
        folder,
        recipe instanceof RegressionRecipe
            ? "predicts numbers and no classes; gloss predict and gloss.pipeline.Predictor do so"
            : "is not a model that classifies");
  }

  /** What this model classifies. */
  public Kind kind() {
    return network.kind();
  }

  /** The names of the classes. */
  public List<String> classes() {
    return network.classes();
  }

  /** The columns that a row must have; none of a model for pictures. */
  public List<String> columns() {
    return network.columns();
  }

  /** Classifies one row, see {@link ClassifierInput.Row}. */
  public Classification classify(Map<String, String> cells) {
    return classify(ClassifierInput.row(cells));
  }

  /**
   * Classifies something.
   *
   * @throws InputException if it is not what this model classifies, or damaged
   */
  public Classification classify(ClassifierInput input) {
    return classify(List.of(input)).get(0);
  }

  /**
   * Classifies things together, which is faster than one by one; as many come back, in order.
   *
   * @throws InputException if one is not what this model classifies, or damaged
   */
  public List<Classification> classify(List<? extends ClassifierInput> inputs) {
    return gatherer.get(kind(), prepared(inputs));
  }

  /** Classifies things as results are asked for: some are read ahead. */
  public Stream<Classification> classify(Stream<? extends ClassifierInput> inputs) {
    return Windows.stream(inputs, this::classify, ClassNetwork::characters);
  }

  /**
   * As {@link #classify(List)}, without waiting. Cancelling the future frees the work. What hangs
   * on the future runs in the thread that classifies, and should be short.
   */
  public CompletableFuture<List<Classification>> submit(List<? extends ClassifierInput> inputs) {
    return gatherer.submit(kind(), prepared(inputs));
  }

  /** Pictures are decoded in the caller's thread, and what is wrong with one is his alone. */
  private List<ClassNetwork.Prepared> prepared(List<? extends ClassifierInput> inputs) {
    List<ClassNetwork.Prepared> all = new ArrayList<>();
    for (ClassifierInput input : inputs) {
      all.add(network.prepare(input, all.size() + 1));
    }
    return all;
  }

  /** What this model has classified so far. */
  public BatchCounts counts() {
    return gatherer.counts();
  }

  @Override
  public void close() {
    gatherer.close();
    network.close();
  }
}
