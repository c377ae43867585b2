package gloss.extract;

import java.util.List;

/**
 * A text to be summarized.
 *
 * @param sentences in their order
 * @param references summaries by people, where there are any
 */
public record Document(List<String> sentences, List<String> references) {
  /** Copies both lists. */
  public Document {
    sentences = List.copyOf(sentences);
    references = List.copyOf(references);
  }

  /** A text of which no summary is known. */
  public static Document of(String... sentences) {
    return new Document(List.of(sentences), List.of());
  }
}
