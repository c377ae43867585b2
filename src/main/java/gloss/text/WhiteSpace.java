package gloss.text;

import java.util.ArrayList;
import java.util.List;

/**
 * White space exactly as Python's {@code str.split()}, {@code str.strip()} and {@code \s} know it:
 * TAB to CR, U+001C to U+001F, SPACE, U+0085, U+00A0, U+1680, U+2000 to U+200A, U+2028, U+2029,
 * U+202F, U+205F and U+3000.
 *
 * <p>{@link Character#isWhitespace} lacks the no-break spaces and U+0085, so scores that must equal
 * those of Python tools cannot use it. All of it lies in the basic plane.
 */
public final class WhiteSpace {
  private WhiteSpace() {}

  /** Whether a UTF-16 unit is white space. */
  public static boolean is(char c) {
    if (c <= ' ') {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
    }
    return c >= 0x85 && isBeyondAscii(c);
  }

  /** Whether a code point is white space. */
  public static boolean is(int codePoint) {
    return codePoint <= 0xffff && is((char) codePoint);
  }

  private static boolean isBeyondAscii(char c) {
    if (c < 0x1680) {
      return c == 0x85 || c == 0xa0;
    }
    return c == 0x1680
        || (c >= 0x2000 && c <= 0x200a)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000;
  }

  /** The text without white space at its end. */
  public static String stripTrailing(String text) {
    int end = text.length();
    while (end > 0 && is(text.charAt(end - 1))) {
      end--;
    }
    return end == text.length() ? text : text.substring(0, end);
  }

  /** The text without white space at either end. */
  public static String strip(String text) {
    String head = stripTrailing(text);
    int start = 0;
    while (start < head.length() && is(head.charAt(start))) {
      start++;
    }
    return head.substring(start);
  }

  /** The words between runs of white space; none is empty. */
  public static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < text.length(); i++) {
      if (!is(text.charAt(i))) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
    if (start >= 0) {
      words.add(text.substring(start));
    }
    return words;
  }
}
