package gloss.extract;

import java.util.List;
import java.util.stream.Collectors;

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

  /** Chosen sentences, one a line. */
  public String text(List<Integer> places) {
    return places.stream().map(sentences::get).collect(Collectors.joining("\n"));
  }

  /** A text of which no summary is known. */
  public static Document of(String... sentences) {
    return new Document(List.of(sentences), List.of());
  }
}
