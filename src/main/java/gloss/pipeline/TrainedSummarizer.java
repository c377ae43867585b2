package gloss.pipeline;

import gloss.nn.Threads;
import gloss.recipe.DecodingRecipe;
import gloss.task.SummarizationModel;
import gloss.task.SummaryResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A {@link Summarizer} with a trained model that writes.
 *
 * <p>Of a text as much is read as the model was trained for, from its beginning; a {@link Summary}
 * tells how much that is. Where the model writes line feeds between sentences they are in the
 * summary. What several threads ask for is summarized together, which is faster than one by one. A
 * thread that is interrupted while it waits gets a {@link
 * java.util.concurrent.CancellationException}. Closing ends what is at work and frees the native
 * memory; who waits then, or comes later, gets an {@link IllegalStateException}.
 */
public final class TrainedSummarizer implements Summarizer {
  /** Characters of texts times hypotheses that are summarized together. */
  private static final int CHARACTERS_AT_ONCE = 98_304;

  /** What a text costs beside its characters. */
  private static final int CHARACTERS_OF_A_TEXT = 16;

  private final SummarizationModel model;
  private final DecodingRecipe options;
  private final Gatherer<DecodingRecipe, SummaryRequest, Summary> gatherer;

  private TrainedSummarizer(
      SummarizationModel model,
      DecodingRecipe options,
      Gatherer<DecodingRecipe, SummaryRequest, Summary> gatherer) {
    this.model = model;
    this.options = options;
    this.gatherer = gatherer;
  }

  private record Decoder(SummarizationModel model)
      implements Gatherer.Decoder<DecodingRecipe, SummaryRequest, Summary> {
    @Override
    public List<Summary> decode(
        DecodingRecipe options, List<SummaryRequest> requests, Runnable mayStop) {
      List<String> texts = requests.stream().map(SummaryRequest::text).toList();
      return model.summarize(texts, options, mayStop).stream().map(this::summary).toList();
    }

    private Summary summary(SummaryResult result) {
      return new Summary(
          result.best().text().lines().filter(line -> !line.isBlank()).toList(),
          new Reading(result.read(), result.length(), model.unit()),
          result.outputs());
    }

    @Override
    public int weight(SummaryRequest request) {
      return CHARACTERS_OF_A_TEXT + request.text().length();
    }

    @Override
    public int most(DecodingRecipe options) {
      return Math.max(1, CHARACTERS_AT_ONCE / options.rows());
    }
  }

  /**
   * Loads a model and searches as its recipe says.
   *
   * @throws gloss.text.InputException if the folder is no model for summarization, incomplete or
   *     damaged
   */
  public static TrainedSummarizer load(Path folder) throws IOException {
    SummarizationModel model = Threads.apart(() -> SummarizationModel.load(folder));
    model.network().freeze();
    return new TrainedSummarizer(
        model, model.decoding(), new Gatherer<>("summarizer", new Decoder(model)));
  }

  /** How this summarizer searches. */
  public DecodingRecipe options() {
    return options;
  }

  /** The same model, searched in another way; closing either closes both. */
  public TrainedSummarizer with(DecodingRecipe newOptions) {
    return new TrainedSummarizer(model, newOptions, gatherer);
  }

  @Override
  public List<Summary> summaries(List<SummaryRequest> requests) {
    return gatherer.get(options, requests);
  }

  /**
   * As {@link #summaries(List)}, without waiting. Cancelling the future frees the work. What hangs
   * on the future runs in the thread that summarizes, and should be short.
   */
  public CompletableFuture<List<Summary>> submit(List<SummaryRequest> requests) {
    return gatherer.submit(options, requests);
  }

  /** What this model has summarized so far, whatever the options. */
  public BatchCounts counts() {
    return gatherer.counts();
  }

  /** The field of JSON lines that the model's data have their texts in. */
  public String field() throws IOException {
    return model.recipe().data().fields().source();
  }

  @Override
  public void close() {
    gatherer.close();
    model.close();
  }
}
