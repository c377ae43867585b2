package gloss.pipeline;

import gloss.extract.Document;
import gloss.extract.Extractor;
import gloss.task.CoreNlpSentences;
import gloss.task.TrainedExtractor;
import gloss.text.SentenceSplitter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Summarizer} that takes sentences out of texts, by a method that needs no training or by
 * a trained model. Immutable.
 *
 * @param method which sentences
 * @param sentences how they are found
 */
public record ExtractiveSummarizer(Extractor method, SentenceSplitter sentences)
    implements Summarizer {
  /**
   * Loads a model that takes sentences out of texts; sentences are found as in its training.
   *
   * @throws gloss.text.InputException if the folder is no such model, incomplete or damaged
   */
  public static ExtractiveSummarizer load(Path folder) throws IOException {
    return new ExtractiveSummarizer(TrainedExtractor.load(folder), CoreNlpSentences.ofDocuments());
  }

  @Override
  public List<Summary> summaries(List<SummaryRequest> requests) {
    List<Document> documents = requests.stream().map(this::document).toList();
    List<List<Integer>> chosen = method.chooseAll(documents);
    List<Summary> summaries = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      summaries.add(summary(documents.get(i), chosen.get(i)));
    }
    return summaries;
  }

  /** The summary of a text; a sentence never holds a line feed. */
  public Summary summary(SummaryRequest request) {
    return summaries(List.of(request)).get(0);
  }

  private Document document(SummaryRequest request) {
    List<String> found =
        sentences.split(request.text()).stream()
            .map(sentence -> sentence.replaceAll("\\s*\\n\\s*", " ").strip())
            .filter(sentence -> !sentence.isEmpty())
            .toList();
    return new Document(found, request.references());
  }

  private Summary summary(Document document, List<Integer> chosen) {
    int all = document.sentences().size();
    return new Summary(
        chosen.stream().map(document.sentences()::get).toList(),
        new Reading(Math.min(all, method.mostSentences()), all, "sentences"));
  }

  /** Frees the memory of a trained model; other methods hold none. */
  @Override
  public void close() {
    if (method instanceof TrainedExtractor trained) {
      trained.close();
    }
  }
}
