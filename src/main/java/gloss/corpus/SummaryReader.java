package gloss.corpus;

import gloss.text.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads texts with their summaries one by one, so that a corpus may be larger than memory. */
public abstract sealed class SummaryReader implements Closeable
    permits RecordSummaries, LineSummaries {
  private boolean found;

  /**
   * The next text, or null at the end.
   *
   * @throws InputException at a text or summary that is blank or not there, and at the end if there
   *     was none at all
   */
  public final @Nullable SummarizedText next() throws IOException {
    SummarizedText next = read();
    if (next == null) {
      if (!found) {
        throw new InputException(name() + ": holds no texts");
      }
      return null;
    }
    found = true;
    check(next);
    return next;
  }

  private static void check(SummarizedText next) {
    if (next.text().isBlank()) {
      throw new InputException(next.place() + ": the text is empty");
    }
    for (int i = 0; i < next.summaries().size(); i++) {
      if (next.summaries().get(i).isBlank()) {
        throw new InputException(
            next.place() + ": " + (i == 0 ? "the summary" : "reference " + (i + 1)) + " is empty");
      }
    }
  }

  /** All that are left. */
  public final List<SummarizedText> all() throws IOException {
    List<SummarizedText> all = new ArrayList<>();
    for (SummarizedText text = next(); text != null; text = next()) {
      all.add(text);
    }
    return all;
  }

  abstract @Nullable SummarizedText read() throws IOException;

  /** What is read, for messages. */
  abstract String name();

  static int number(long count, String name) {
    if (count > Integer.MAX_VALUE) {
      throw new InputException(name + ": has more than " + Integer.MAX_VALUE + " texts");
    }
    return (int) count;
  }
}
