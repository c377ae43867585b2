package gloss.pipeline;

import gloss.recipe.DecodingRecipe;
import gloss.task.TextTranslator;
import gloss.task.TranslationModel;
import gloss.task.TranslationOutput;
import gloss.task.TranslationRequest;
import gloss.task.TranslationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Translates text with a trained model, or with an ensemble of models that have the same subwords.
 *
 * <pre>
 * try (Translator translator = Translator.load(Path.of("models/phrasebook-en-fr"))) {
 *   String french = translator.translate("Where is the station?");
 * }
 * </pre>
 *
 * <p>It may be used by several threads at once. Its native memory is freed when it is closed; no
 * thread may be at work with it then.
 */
public final class Translator implements AutoCloseable {
  private final List<TranslationModel> models;
  private final TextTranslator translator;

  private Translator(List<TranslationModel> models, DecodingRecipe options) {
    this.models = models;
    translator = new TextTranslator(models, options);
  }

  /**
   * Loads a model and searches as its recipe says.
   *
   * @throws gloss.text.InputException if the folder is no model for translation, incomplete or
   *     damaged
   */
  public static Translator load(Path folder) throws IOException {
    return load(List.of(folder));
  }

  /**
   * Loads models that translate together, and searches as the recipe of the first says.
   *
   * @throws gloss.text.InputException as {@link #load(Path)}, or if their subwords differ
   */
  public static Translator load(List<Path> folders) throws IOException {
    List<TranslationModel> models = new ArrayList<>();
    try {
      for (Path folder : folders) {
        models.add(TranslationModel.load(folder));
      }
      return new Translator(models, models.get(0).recipe().decoding());
    } catch (IOException | RuntimeException e) {
      models.forEach(TranslationModel::close);
      throw e;
    }
  }

  /** How this translator searches. */
  public DecodingRecipe options() {
    return translator.recipe();
  }

  /** The same models, searched in another way; closing either closes both. */
  public Translator with(DecodingRecipe newOptions) {
    return new Translator(models, newOptions);
  }

  /** Translates a line; an empty one stays empty. */
  public String translate(String text) {
    return translate(List.of(text)).get(0);
  }

  /** Translates lines together, which is faster than one by one; as many come back, in order. */
  public List<String> translate(List<String> lines) {
    return results(requests(lines)).stream().map(result -> result.best().text()).toList();
  }

  /**
   * Translates lines as they are asked for: some are read ahead and translated together, few at
   * first and then more, so that a long stream needs little memory.
   */
  public Stream<String> translate(Stream<String> lines) {
    return results(lines.map(this::request)).map(result -> result.best().text());
  }

  /** A request for a line, with the words of this translator's options. */
  public TranslationRequest request(String line) {
    return new TranslationRequest(line, options().words());
  }

  private List<TranslationRequest> requests(List<String> lines) {
    return lines.stream().map(this::request).toList();
  }

  /** All that is known of the translations of lines, in order. */
  public List<TranslationResult> results(List<TranslationRequest> requests) {
    return translator.translate(requests);
  }

  /** As {@link #translate(Stream)}, with all that is known. */
  public Stream<TranslationResult> results(Stream<TranslationRequest> requests) {
    Windows<TranslationRequest, TranslationResult> windows =
        new Windows<>(
            requests.iterator(), this::results, request -> request.text().length(), () -> true);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(windows, 0), false)
        .onClose(requests::close);
  }

  /**
   * Scores translations that are there already as if the search had found them.
   *
   * @throws gloss.text.InputException if there are not as many of both, or one is too long
   */
  public List<TranslationOutput> score(List<String> sources, List<String> targets) {
    return translator.score(sources, targets);
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    models.forEach(TranslationModel::close);
  }
}
