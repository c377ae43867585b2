package gloss.pipeline;

import gloss.nn.Threads;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.TranslationRecipe;
import gloss.task.TextTranslator;
import gloss.task.TranslationModel;
import gloss.task.TranslationOutput;
import gloss.task.TranslationRequest;
import gloss.task.TranslationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Translates text with a trained model, or with an ensemble of models that have the same subwords.
 *
 * <pre>
 * try (Translator translator = Translator.load(Path.of("models/phrasebook-en-fr"))) {
 *   String french = translator.translate("Where is the station?");
 * }
 * </pre>
 *
 * <p>It may be used by several threads at once: what they ask for is translated together, which is
 * faster than one by one. A thread that is interrupted while it waits gets a {@link
 * java.util.concurrent.CancellationException}. Closing ends what is at work and frees the native
 * memory; who waits then, or comes later, gets an {@link IllegalStateException}.
 */
public final class Translator implements AutoCloseable {
  /**
   * Characters of sources times hypotheses that are translated together: a batch of the decoder.
   */
  private static final int CHARACTERS_AT_ONCE = 81_920;

  /** What a line costs beside its characters. */
  private static final int CHARACTERS_OF_A_LINE = 4;

  private final List<TranslationModel> models;
  private final TextTranslator translator;
  private final Gatherer<DecodingRecipe, TranslationRequest, TranslationResult> gatherer;

  private Translator(
      List<TranslationModel> models,
      TextTranslator translator,
      Gatherer<DecodingRecipe, TranslationRequest, TranslationResult> gatherer) {
    this.models = models;
    this.translator = translator;
    this.gatherer = gatherer;
  }

  private static Translator of(List<TranslationModel> models) {
    models.forEach(model -> model.network().freeze());
    TextTranslator translator = new TextTranslator(models, models.get(0).recipe().decoding());
    return new Translator(models, translator, new Gatherer<>("translator", new Decoder(models)));
  }

  private record Decoder(List<TranslationModel> models)
      implements Gatherer.Decoder<DecodingRecipe, TranslationRequest, TranslationResult> {
    @Override
    public List<TranslationResult> decode(
        DecodingRecipe options, List<TranslationRequest> requests, Runnable mayStop) {
      return new TextTranslator(models, options, mayStop).translate(requests);
    }

    @Override
    public int weight(TranslationRequest request) {
      return CHARACTERS_OF_A_LINE + request.text().length();
    }

    @Override
    public int most(DecodingRecipe options) {
      return Math.max(1, CHARACTERS_AT_ONCE / options.rows());
    }
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
        models.add(Threads.apart(() -> TranslationModel.load(folder)));
      }
      return of(models);
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
    return new Translator(models, new TextTranslator(models, newOptions), gatherer);
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
    return gatherer.get(options(), requests);
  }

  /**
   * As {@link #results(List)}, without waiting. Cancelling the future frees the work. What hangs on
   * the future runs in the thread that translates, and should be short.
   */
  public CompletableFuture<List<TranslationResult>> submit(List<TranslationRequest> requests) {
    return gatherer.submit(options(), requests);
  }

  /** What these models have translated so far, whatever the options. */
  public BatchCounts counts() {
    return gatherer.counts();
  }

  /** As {@link #translate(Stream)}, with all that is known. */
  public Stream<TranslationResult> results(Stream<TranslationRequest> requests) {
    return Windows.stream(requests, this::results, request -> request.text().length());
  }

  /**
   * Scores translations that are there already as if the search had found them.
   *
   * @throws gloss.text.InputException if there are not as many of both, or one is too long
   */
  public List<TranslationOutput> score(List<String> sources, List<String> targets) {
    return translator.score(sources, targets);
  }

  /** What the models were made from; the first's, if there are several. */
  public TranslationRecipe recipe() {
    return models.get(0).recipe();
  }

  /** Ends what is at work and frees the native memory. */
  @Override
  public void close() {
    gatherer.close();
    models.forEach(TranslationModel::close);
  }
}
