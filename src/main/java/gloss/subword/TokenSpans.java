package gloss.subword;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where tokens stand in the text that they were joined to.
 *
 * <p>The text may have other white space than the tokens; a token that stands for none of it, such
 * as an end mark, has an empty span. A character of several bytes belongs to the token with the
 * last of them.
 */
public final class TokenSpans {
  private final byte[] bytes;

  /** For each byte, and for the end, the UTF-16 index of the character that it is part of. */
  private final int[] characters;

  private int at;

  private TokenSpans(String text) {
    bytes = text.getBytes(StandardCharsets.UTF_8);
    characters = new int[bytes.length + 1];
    int at = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int length = new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8).length;
      Arrays.fill(characters, at, at + length, i);
      at += length;
      i += Character.charCount(c);
    }
    characters[bytes.length] = text.length();
  }

  /**
   * From where to where, in UTF-16 units, the second exclusive.
   *
   * @param begin index of the first character
   * @param end index behind the last; equal to {@code begin} if there is none
   */
  public record Span(int begin, int end) {}

  /**
   * The spans of tokens, in order; they do not overlap.
   *
   * @param tokens as the vocabulary writes them
   */
  public static List<Span> of(String text, List<String> tokens) {
    TokenSpans spans = new TokenSpans(text);
    List<Span> found = new ArrayList<>();
    tokens.forEach(token -> found.add(spans.next(token)));
    return found;
  }

  private Span next(String token) {
    byte[] wanted = Vocabulary.STANDARD_SPECIALS.contains(token) ? null : ByteAlphabet.bytes(token);
    int first = at;
    boolean begun = false;
    for (int i = 0; wanted != null && i < wanted.length; i++) {
      if (!isBlank(wanted[i])) {
        skipBlanks();
        first = begun ? first : at;
        begun = true;
        at += at < bytes.length && bytes[at] == wanted[i] ? 1 : 0;
      }
    }
    return new Span(characters[first], characters[begun ? at : first]);
  }

  private void skipBlanks() {
    while (at < bytes.length && isBlank(bytes[at])) {
      at++;
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
