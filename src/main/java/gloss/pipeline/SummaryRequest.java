package gloss.pipeline;

import java.util.List;

/**
 * A text to be summarized.
 *
 * @param text sentences may stand on lines of their own
 * @param references summaries by people, which the method {@code oracle} needs
 */
public record SummaryRequest(String text, List<String> references) {
  /** Copies the list. */
  public SummaryRequest {
    references = List.copyOf(references);
  }

  /** A text without references. */
  public static SummaryRequest of(String text) {
    return new SummaryRequest(text, List.of());
  }
}
