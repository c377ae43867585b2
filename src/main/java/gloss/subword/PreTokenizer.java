package gloss.subword;

/**
 * Cuts text into pieces across which nothing is merged: a run of letters and combining marks, a
 * single digit (so that numbers generalise), a run of other signs, each with one space before it if
 * there is one; the rest of the white space by itself. The pieces side by side are the text.
 *
 * <p>This is the regular expression {@link #PATTERN}, scanned by hand for speed. White space is
 * Unicode's White_Space; letters, marks and numbers are those of the running JDK's Unicode version.
 */
final class PreTokenizer {
  /**
   * The pattern as Hugging Face tokenizers (Oniguruma) and Java (UNICODE_CHARACTER_CLASS) read it.
   */
  static final String PATTERN =
      " ?[\\p{L}\\p{M}]+| ?\\p{N}| ?[^\\s\\p{L}\\p{M}\\p{N}]+|\\s+(?!\\S)|\\s";

  private enum Kind {
    LETTER,
    NUMBER,
    SPACE,
    SIGN
  }

  private static final Kind[] ASCII = new Kind[128];

  static {
    for (int c = 0; c < ASCII.length; c++) {
      ASCII[c] = classify(c);
    }
  }

  private PreTokenizer() {}

  /** Where the piece that starts at {@code start} ends; {@code start} must lie inside the text. */
  static int end(String text, int start) {
    int first = text.codePointAt(start);
    Kind kind = kind(first);
    int next = start + Character.charCount(first);
    if (first == ' ' && next < text.length()) {
      int second = text.codePointAt(next);
      Kind secondKind = kind(second);
      if (secondKind != Kind.SPACE) {
        return endOfRun(text, next + Character.charCount(second), secondKind);
      }
    }
    return kind == Kind.SPACE ? endOfSpaces(text, next) : endOfRun(text, next, kind);
  }

  private static int endOfRun(String text, int from, Kind kind) {
    if (kind == Kind.NUMBER) {
      return from;
    }
    int end = from;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (kind(c) != kind) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /** White space up to the end of the text, or up to the last before something else. */
  private static int endOfSpaces(String text, int from) {
    int end = from;
    while (end < text.length() && kind(text.charAt(end)) == Kind.SPACE) {
      end++;
    }
    return end == text.length() || end == from ? end : end - 1;
  }

  private static Kind kind(int c) {
    return c < ASCII.length ? ASCII[c] : classify(c);
  }

  private static Kind classify(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          Kind.LETTER;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          Kind.NUMBER;
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          Kind.SPACE;
      default -> (c >= 9 && c <= 13) || c == 0x85 ? Kind.SPACE : Kind.SIGN;
    };
  }
}
