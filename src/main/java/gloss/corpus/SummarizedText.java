package gloss.corpus;

import java.util.List;

/**
 * A text with its summaries.
 *
 * @param line its number in the corpus, from 1; where a corpus has several files it runs on
 * @param place file and line, for messages
 * @param text what is read; sentences may stand on lines of their own
 * @param summaries at least one; the first is what is learned
 */
public record SummarizedText(int line, String place, String text, List<String> summaries) {
  /** Copies the list. */
  public SummarizedText {
    summaries = List.copyOf(summaries);
    if (summaries.isEmpty()) {
      throw new IllegalArgumentException("there must be a summary");
    }
  }

  /** The summary that is learned. */
  public String summary() {
    return summaries.get(0);
  }
}
