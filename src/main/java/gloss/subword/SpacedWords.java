package gloss.subword;

import java.util.ArrayList;
import java.util.List;

/**
 * Words as subword-nmt sees them: what stands between spaces. It also ends a line, and with it a
 * word, after the characters at which Python's {@code str.splitlines} does; these stay with the
 * word that they end, except CR, which counts as a space.
 */
final class SpacedWords {
  private SpacedWords() {}

  /** The part of a line between white space that is kept, a line by itself in subword-nmt. */
  static List<String> lines(String line) {
    List<String> lines = new ArrayList<>(1);
    int start = 0;
    for (int i = 0; i < line.length(); i++) {
      if (endsLine(line.charAt(i))) {
        lines.add(line.substring(start, i + 1));
        start = i + 1;
      }
    }
    if (start < line.length()) {
      lines.add(start == 0 ? line : line.substring(start));
    }
    return lines;
  }

  private static boolean endsLine(char c) {
    return switch (c) {
      case 0x0B, 0x0C, '\r', 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029 -> true;
      default -> false;
    };
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\r';
  }

  /** The first place from {@code start} on that is no space. */
  static int skipSpaces(String line, int start) {
    int end = start;
    while (end < line.length() && isSpace(line.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The first space from {@code start} on, or the end. */
  static int endOfWord(String line, int start) {
    int end = start;
    while (end < line.length() && !isSpace(line.charAt(end))) {
      end++;
    }
    return end;
  }

  /** A line without the spaces at its ends. */
  static String trim(String line) {
    int end = line.length();
    while (end > 0 && isSpace(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(Math.min(end, skipSpaces(line, 0)), end);
  }
}
