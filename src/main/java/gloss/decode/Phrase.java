package gloss.decode;

import java.util.Arrays;

/**
 * Words as tokens. The same words may be cut in another way where a text begins with them.
 *
 * @param inside the tokens where something stands before them; not empty
 * @param atStart the tokens at the beginning of a text; not empty
 */
public record Phrase(int[] inside, int[] atStart) {
  /** Fails for a phrase of nothing. */
  public Phrase {
    if (inside.length == 0 || atStart.length == 0) {
      throw new IllegalArgumentException("a phrase must have a token");
    }
  }

  /** How long its longer form is. */
  int length() {
    return Math.max(inside.length, atStart.length);
  }

  /**
   * Whether the first {@code length} tokens of a form that may stand at {@code start} stand there.
   */
  boolean startsAt(int[] tokens, int start, int length) {
    return matches(inside, tokens, start, length)
        || (start == 0 && matches(atStart, tokens, start, length));
  }

  /** Whether the whole phrase stands at {@code start} and ends with the last token. */
  boolean endsTokens(int[] tokens, int start) {
    int length = tokens.length - start;
    return (length == inside.length && matches(inside, tokens, start, length))
        || (start == 0 && length == atStart.length && matches(atStart, tokens, start, length));
  }

  private static boolean matches(int[] form, int[] tokens, int start, int length) {
    return length <= form.length
        && start + length <= tokens.length
        && Arrays.equals(form, 0, length, tokens, start, start + length);
  }
}
