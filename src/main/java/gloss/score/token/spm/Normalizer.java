package gloss.score.token.spm;

import java.nio.charset.StandardCharsets;

/** What a model does to a line before it looks for pieces. */
final class Normalizer {
  static final char SPACE = '\u2581';

  private final Charsmap charsmap;
  private final PieceTrie userDefined;
  private final Spaces spaces;

  /**
   * How blanks are treated.
   *
   * @param dummyPrefix one is added at the start of the line
   * @param removeExtra runs are shortened to one and those at the ends removed
   * @param escape they are written as U+2581
   * @param asSuffix the added one stands at the end of the line
   */
  record Spaces(boolean dummyPrefix, boolean removeExtra, boolean escape, boolean asSuffix) {
    String one() {
      return escape ? String.valueOf(SPACE) : " ";
    }
  }

  Normalizer(Charsmap charsmap, PieceTrie userDefined, Spaces spaces) {
    this.charsmap = charsmap;
    this.userDefined = userDefined;
    this.spaces = spaces;
  }

  String normalize(String line) {
    String mapped = mapped(line);
    if (spaces.removeExtra()) {
      mapped = squeezed(mapped);
    }
    if (mapped.isEmpty()) {
      return "";
    }
    String text = spaces.escape() ? mapped.replace(' ', SPACE) : mapped;
    if (!spaces.dummyPrefix()) {
      return text;
    }
    return spaces.asSuffix() ? text + spaces.one() : spaces.one() + text;
  }

  private String mapped(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(line.length());
    int at = 0;
    for (int i = 0; i < line.length(); ) {
      int protectedEnd = userDefined.longest(line, i);
      Charsmap.Match match = charsmap.longest(bytes, at);
      int end = i + Character.charCount(line.codePointAt(i));
      if (protectedEnd > i) {
        end = protectedEnd;
        out.append(line, i, end);
      } else if (match.length() > 0) {
        end = behind(line, i, match.length());
        out.append(match.replacement());
      } else {
        out.appendCodePoint(line.codePointAt(i));
      }
      at += utf8Length(line, i, end);
      i = end;
    }
    return out.toString();
  }

  /** Where so many bytes of UTF-8 end. */
  private static int behind(String line, int from, int bytes) {
    int end = from;
    int seen = 0;
    while (seen < bytes && end < line.length()) {
      int next = end + Character.charCount(line.codePointAt(end));
      seen += utf8Length(line, end, next);
      end = next;
    }
    return end;
  }

  static int utf8Length(String text, int from, int to) {
    return text.substring(from, to).getBytes(StandardCharsets.UTF_8).length;
  }

  /** No blank at the ends, none behind another. */
  private static String squeezed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' || !blank) {
        out.append(c);
      }
      blank = c == ' ';
    }
    while (out.length() > 0 && isSpace(out.charAt(out.length() - 1))) {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == SPACE;
  }
}
