package gloss.score;

import java.util.function.Predicate;

/**
 * Something about the examples that makes a score doubtful, such as tokenized text where plain text
 * belongs. It never changes the score; whoever scores says it.
 *
 * @param test whether an example shows it
 * @param worth when it is worth saying
 * @param message one line: what was seen and how to mend it
 */
public record Oddity<E>(Predicate<E> test, Worth worth, String message) {
  /** Decides by how many of the examples showed it. */
  @FunctionalInterface
  public interface Worth {
    /** Whether {@code found} out of {@code seen} examples are worth a word. */
    boolean saying(long found, long seen);

    /** Worth saying from so many examples on. */
    static Worth atLeast(long count) {
      return (found, seen) -> found >= count;
    }

    /** Worth saying if every example shows it. */
    static Worth all() {
      return (found, seen) -> seen > 0 && found == seen;
    }
  }
}
