package gloss.pipeline;

import gloss.extract.Document;
import gloss.extract.Extractor;
import gloss.task.ExtractionModel;
import gloss.text.SentenceSplitter;
import java.io.IOException;
import java.util.List;

/**
 * A {@link Summarizer} that takes sentences out of texts, by a method that needs no training or by a
 * trained model. Immutable.
 *
 * @param method which sentences
 * @param sentences how they are found
 */
public record ExtractiveSummarizer(Extractor method, SentenceSplitter sentences)
    implements Summarizer {
  @Override
  public List<Summary> summaries(List<SummaryRequest> requests) {
    return requests.parallelStream().map(this::summary).toList();
  }

  /** The summary of a text; a sentence never holds a line feed. */
  public Summary summary(SummaryRequest request) {
    List<String> found =
        sentences.split(request.text()).stream()
            .map(sentence -> sentence.replaceAll("\\s*\\n\\s*", " ").strip())
            .filter(sentence -> !sentence.isEmpty())
            .toList();
    List<String> chosen = method.extract(new Document(found, request.references()));
    int read = Math.min(found.size(), method.mostSentences());
    return new Summary(chosen, new Reading(read, found.size(), "sentences"));
  }

  @Override
  public String field() throws IOException {
    return method instanceof ExtractionModel model
        ? model.recipe().data().fields().source()
        : Summarizer.FIELD;
  }

  /** Frees the memory of a trained model; other methods hold none. */
  @Override
  public void close() {
    if (method instanceof ExtractionModel model) {
      model.close();
    }
  }
}
