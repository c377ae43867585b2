package gloss.pipeline;

import gloss.recipe.DecodingRecipe;
import gloss.task.SummarizationModel;
import gloss.task.SummaryResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Summarizes texts with a trained model.
 *
 * <pre>
 * try (Summarizer summarizer = Summarizer.load(Path.of("models/bulletins"))) {
 *   String summary = summarizer.summarize("The A540 is closed near Drusfield …");
 * }
 * </pre>
 *
 * <p>Of a text as much is read as the model was trained for, from its beginning; a {@link Summary}
 * tells how much that is. Where the model writes line feeds between sentences they are in the
 * summary. It may be used by several threads at once. Its native memory is freed when it is closed;
 * no thread may be at work with it then.
 */
public final class Summarizer implements AutoCloseable {
  private final SummarizationModel model;
  private final DecodingRecipe options;

  private Summarizer(SummarizationModel model, DecodingRecipe options) {
    this.model = model;
    this.options = options;
  }

  /**
   * Loads a model and searches as its recipe says.
   *
   * @throws gloss.text.InputException if the folder is no model for summarization, incomplete or
   *     damaged
   */
  public static Summarizer load(Path folder) throws IOException {
    SummarizationModel model = SummarizationModel.load(folder);
    return new Summarizer(model, model.decoding());
  }

  /** How this summarizer searches. */
  public DecodingRecipe options() {
    return options;
  }

  /** The same model, searched in another way; closing either closes both. */
  public Summarizer with(DecodingRecipe newOptions) {
    return new Summarizer(model, newOptions);
  }

  /** The summary of a text; an empty text has an empty one. */
  public String summarize(String text) {
    return summaries(List.of(SummaryRequest.of(text))).get(0).text();
  }

  /** Summarizes texts together, which is faster than one by one; as many come back, in order. */
  public List<String> summarize(List<String> texts) {
    return summaries(texts.stream().map(SummaryRequest::of).toList()).stream()
        .map(Summary::text)
        .toList();
  }

  /** Summarizes texts as summaries are asked for: some are read ahead. */
  public Stream<String> summarize(Stream<String> texts) {
    Windows<SummaryRequest, Summary> windows =
        new Windows<>(
            texts.map(SummaryRequest::of).iterator(),
            this::summaries,
            request -> request.text().length(),
            () -> true);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(windows, 0), false)
        .map(Summary::text)
        .onClose(texts::close);
  }

  /** All that is known of the summaries of texts, in order. */
  public List<Summary> summaries(List<SummaryRequest> requests) {
    List<String> texts = requests.stream().map(SummaryRequest::text).toList();
    return model.summarize(texts, options).stream().map(this::summary).toList();
  }

  private Summary summary(SummaryResult result) {
    return new Summary(
        result.best().text().lines().filter(line -> !line.isBlank()).toList(),
        new Reading(result.read(), result.length(), model.unit()),
        result.outputs());
  }

  /** The field of JSON lines that the model's data have their texts in. */
  public String field() throws IOException {
    return model.recipe().data().fields().source();
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    model.close();
  }
}
