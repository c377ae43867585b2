package gloss.task;

import java.util.List;

/**
 * What came of a text.
 *
 * @param outputs best first; at least one, empty if the text is
 * @param read how many words or subwords of the text were read, from its beginning
 * @param length how many it has
 */
public record SummaryResult(List<SummaryOutput> outputs, int read, int length) {
  /** Copies the list. */
  public SummaryResult {
    outputs = List.copyOf(outputs);
  }

  /** The best output. */
  public SummaryOutput best() {
    return outputs.get(0);
  }
}
