package gloss.pipeline;

import gloss.extract.Document;
import gloss.extract.Extractor;
import gloss.text.SentenceSplitter;
import java.util.List;

/**
 * Summarizes by taking sentences out of texts. It may be used by several threads at once.
 *
 * @param method which sentences
 * @param sentences how they are found
 */
public record ExtractiveSummarizer(Extractor method, SentenceSplitter sentences) {
  /** The summary of a text; a sentence never holds a line feed. */
  public Summary summarize(SummaryRequest request) {
    List<String> found =
        sentences.split(request.text()).stream()
            .map(sentence -> sentence.replaceAll("\\s*\\n\\s*", " ").strip())
            .filter(sentence -> !sentence.isEmpty())
            .toList();
    List<String> chosen = method.extract(new Document(found, request.references()));
    int read = Math.min(found.size(), method.mostSentences());
    return new Summary(chosen, new Reading(read, found.size(), "sentences"));
  }
}
