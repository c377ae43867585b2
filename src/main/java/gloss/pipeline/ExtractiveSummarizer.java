package gloss.pipeline;

import gloss.extract.Document;
import gloss.extract.Extractor;
import gloss.text.SentenceSplitter;
import java.util.List;

/**
 * A {@link Summarizer} that takes sentences out of texts. Immutable; there is nothing to close.
 *
 * @param method which sentences
 * @param sentences how they are found
 */
public record ExtractiveSummarizer(Extractor method, SentenceSplitter sentences)
    implements Summarizer {
  @Override
  public List<Summary> summaries(List<SummaryRequest> requests) {
    return requests.stream().map(this::summary).toList();
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
  public void close() {
    // It holds nothing.
  }
}
