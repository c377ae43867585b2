package gloss.pipeline;

import gloss.task.SummaryOutput;
import java.util.List;

/**
 * A summary of a text.
 *
 * @param sentences in their order; none for an empty text
 * @param reading how much of the text it is made of
 * @param outputs all that a model found, best first; none of an extract
 */
public record Summary(List<String> sentences, Reading reading, List<SummaryOutput> outputs) {
  /** Copies the lists. */
  public Summary {
    sentences = List.copyOf(sentences);
    outputs = List.copyOf(outputs);
  }

  /** An extract. */
  public Summary(List<String> sentences, Reading reading) {
    this(sentences, reading, List.of());
  }

  /** The sentences, one a line: as ROUGE-Lsum wants them. */
  public String text() {
    return String.join("\n", sentences);
  }
}
