package gloss.pipeline;

import gloss.extract.Extractors;
import gloss.model.ModelFolder;
import gloss.recipe.ExtractionRecipe;
import gloss.task.CoreNlpSentences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Summarizes texts: with a trained model, or by taking sentences out of them.
 *
 * <pre>
 * try (Summarizer summarizer = Summarizer.load(Path.of("models/bulletins"))) {
 *   String summary = summarizer.summarize("The A540 is closed near Drusfield …");
 * }
 * Summary extract = Summarizer.extractive("lexrank:3").summary("…");
 * </pre>
 *
 * <p>It may be used by several threads at once.
 */
public sealed interface Summarizer extends AutoCloseable
    permits TrainedSummarizer, ExtractiveSummarizer {
  /**
   * Loads a model that writes ({@link TrainedSummarizer}) and searches as its recipe says, or one
   * that takes sentences out of texts ({@link ExtractiveSummarizer}). Who knows which loads it by
   * its class, and can then change how it works.
   *
   * @throws gloss.text.InputException if the folder is no model for summarization, incomplete or
   *     damaged
   */
  static Summarizer load(Path folder) throws IOException {
    return new ModelFolder(folder).describedRecipe() instanceof ExtractionRecipe
        ? ExtractiveSummarizer.load(folder)
        : TrainedSummarizer.load(folder);
  }

  /**
   * A summarizer that needs no model; it finds sentences as {@link CoreNlpSentences#ofDocuments}
   * does.
   *
   * @param method such as {@code lead:3}, see {@link Extractors}
   * @throws gloss.text.InputException if there is no such method
   */
  static ExtractiveSummarizer extractive(String method) {
    return new ExtractiveSummarizer(Extractors.named(method), CoreNlpSentences.ofDocuments());
  }

  /** All that is known of the summaries of texts, in order. */
  List<Summary> summaries(List<SummaryRequest> requests);

  /** All that is known of the summary of a text. */
  default Summary summary(String text) {
    return summaries(List.of(SummaryRequest.of(text))).get(0);
  }

  /** The summary of a text; an empty text has an empty one. */
  default String summarize(String text) {
    return summary(text).text();
  }

  /** Summarizes texts together, which is faster than one by one; as many come back, in order. */
  default List<String> summarize(List<String> texts) {
    return summaries(texts.stream().map(SummaryRequest::of).toList()).stream()
        .map(Summary::text)
        .toList();
  }

  /** Summarizes texts as summaries are asked for: some are read ahead. */
  default Stream<String> summarize(Stream<String> texts) {
    return summaries(texts.map(SummaryRequest::of)).map(Summary::text);
  }

  /** As {@link #summarize(Stream)}, with all that is known. */
  default Stream<Summary> summaries(Stream<SummaryRequest> requests) {
    return Windows.stream(requests, this::summaries, request -> request.text().length());
  }

  /** Ends what is at work and frees the native memory, if there is any. */
  @Override
  void close();
}
