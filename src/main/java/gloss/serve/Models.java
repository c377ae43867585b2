package gloss.serve;

import gloss.model.ModelFolder;
import gloss.pipeline.BatchCounts;
import gloss.pipeline.Classifier;
import gloss.pipeline.ClassifierOptions;
import gloss.pipeline.ExtractiveSummarizer;
import gloss.pipeline.TrainedSummarizer;
import gloss.pipeline.Translator;
import gloss.recipe.ExtractionRecipe;
import gloss.recipe.RegressionRecipe;
import gloss.recipe.SummarizationRecipe;
import gloss.recipe.TranslationRecipe;
import gloss.text.InputException;
import gloss.text.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models of a service, by their names: those of their folders. Of each kind the first is meant
 * where a request names none.
 */
public final class Models implements AutoCloseable {
  /** A small file can be a large picture, which a client has sent. */
  private static final long MOST_PIXELS = 1L << 24;

  private final Map<String, Translator> translators = new LinkedHashMap<>();
  private final Map<String, TrainedSummarizer> summarizers = new LinkedHashMap<>();
  private final Map<String, ExtractiveSummarizer> extractors = new LinkedHashMap<>();
  private final Map<String, Classifier> classifiers = new LinkedHashMap<>();

  private Models() {}

  /**
   * Loads models.
   *
   * @throws InputException if one cannot be loaded or served, or two have the same name
   */
  public static Models load(List<Path> folders) throws IOException {
    Models models = new Models();
    try {
      for (Path folder : folders) {
        models.add(folder);
      }
      return models;
    } catch (IOException | RuntimeException e) {
      models.close();
      throw e;
    }
  }

  private void add(Path folder) throws IOException {
    String name = name(folder);
    if (names().contains(name)) {
      throw new InputException("two models are called '" + name + "'; rename a folder");
    }
    var recipe = new ModelFolder(folder).describedRecipe();
    if (recipe instanceof TranslationRecipe) {
      translators.put(name, Translator.load(folder));
    } else if (recipe instanceof SummarizationRecipe) {
      summarizers.put(name, TrainedSummarizer.load(folder));
    } else if (recipe instanceof ExtractionRecipe) {
      extractors.put(name, ExtractiveSummarizer.load(folder));
    } else if (recipe instanceof RegressionRecipe) {
      throw InputException.in(
          folder,
          "predicts numbers, and a service only translates, summarizes and classifies;"
              + " use 'gloss predict'");
    } else {
      ClassifierOptions options = ClassifierOptions.defaults().withMostPixels(MOST_PIXELS);
      classifiers.put(name, Classifier.load(folder, options));
    }
  }

  private static String name(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? folder.toString() : name.toString();
  }

  /** The names of all models. */
  public List<String> names() {
    List<String> names = new ArrayList<>(translators.keySet());
    names.addAll(summarizers.keySet());
    names.addAll(extractors.keySet());
    names.addAll(classifiers.keySet());
    return names;
  }

  /** The translators. */
  public Map<String, Translator> translators() {
    return Collections.unmodifiableMap(translators);
  }

  /** The summarizers that take sentences. */
  public Map<String, ExtractiveSummarizer> extractors() {
    return Collections.unmodifiableMap(extractors);
  }

  /** The summarizers that write. */
  public Map<String, TrainedSummarizer> summarizers() {
    return Collections.unmodifiableMap(summarizers);
  }

  /** The classifiers. */
  public Map<String, Classifier> classifiers() {
    return Collections.unmodifiableMap(classifiers);
  }

  /** The member of that name, or the first. */
  static <T> Map.Entry<String, T> choose(Map<String, T> members, Optional<String> name) {
    if (members.isEmpty()) {
      throw new Problem(Problem.NOT_FOUND, "no model for this is served here");
    }
    if (name.isEmpty()) {
      return members.entrySet().iterator().next();
    }
    T member = members.get(name.get());
    if (member == null) {
      throw new InputException(
          "request: model: no such model is served here"
              + Nearest.hint(name.get(), members.keySet()));
    }
    return Map.entry(name.get(), member);
  }

  /** What there is, for clients to choose from. */
  List<Map<String, Object>> describe() {
    List<Map<String, Object>> all = new ArrayList<>();
    translators.forEach(
        (name, translator) -> {
          Map<String, Object> model = description(name, "translation");
          model.put("source", translator.recipe().data().source());
          model.put("target", translator.recipe().data().target());
          all.add(model);
        });
    summarizers.forEach((name, summarizer) -> all.add(description(name, "summarization")));
    extractors.forEach((name, extractor) -> all.add(description(name, "summarization")));
    classifiers.forEach(
        (name, classifier) -> {
          boolean rows = classifier.kind() == Classifier.Kind.ROWS;
          Map<String, Object> model =
              description(name, rows ? "tabular-classification" : "image-classification");
          model.put("classes", classifier.classes());
          if (rows) {
            model.put("columns", classifier.columns());
          }
          all.add(model);
        });
    return all;
  }

  private static Map<String, Object> description(String name, String task) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("name", name);
    model.put("task", task);
    return model;
  }

  /** What each model has done so far. */
  Map<String, BatchCounts> counts() {
    Map<String, BatchCounts> counts = new LinkedHashMap<>();
    translators.forEach((name, model) -> counts.put(name, model.counts()));
    summarizers.forEach((name, model) -> counts.put(name, model.counts()));
    classifiers.forEach((name, model) -> counts.put(name, model.counts()));
    return counts;
  }

  @Override
  public void close() {
    translators.values().forEach(Translator::close);
    summarizers.values().forEach(TrainedSummarizer::close);
    extractors.values().forEach(ExtractiveSummarizer::close);
    classifiers.values().forEach(Classifier::close);
  }
}
