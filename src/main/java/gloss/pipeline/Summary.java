package gloss.pipeline;

import java.util.List;

/**
 * A summary of a text.
 *
 * @param sentences in their order; none for an empty text
 * @param reading how much of the text it is made of
 */
public record Summary(List<String> sentences, Reading reading) {
  /** Copies the list. */
  public Summary {
    sentences = List.copyOf(sentences);
  }

  /** The sentences, one a line: as ROUGE-Lsum wants them. */
  public String text() {
    return String.join("\n", sentences);
  }
}
