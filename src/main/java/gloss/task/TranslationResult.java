package gloss.task;

import java.util.List;

/**
 * What came of a line.
 *
 * @param outputs best first; at least one
 */
public record TranslationResult(List<TranslationOutput> outputs) {
  /** Copies the list. */
  public TranslationResult {
    outputs = List.copyOf(outputs);
  }

  /** The best output. */
  public TranslationOutput best() {
    return outputs.get(0);
  }
}
