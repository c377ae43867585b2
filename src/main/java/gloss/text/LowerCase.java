package gloss.text;

import java.util.Locale;

/**
 * Lower-casing as Unicode's default algorithm and Python's {@code str.lower()} do it, for scores
 * that must equal those of Python tools.
 *
 * <p>{@link String#toLowerCase(Locale)} differs in one point: it decides by word breaks whether a
 * capital sigma is final, Unicode by cased letters around it.
 */
public final class LowerCase {
  private static final char SIGMA = 'Σ';
  private static final char SMALL_SIGMA = 'σ';
  private static final char FINAL_SIGMA = 'ς';

  /** Case-ignorable by their word break property; others are so by their category. */
  private static final String IN_WORDS =
      "'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a";

  private LowerCase() {}

  /** The text in lower case. */
  public static String of(String text) {
    int sigma = text.indexOf(SIGMA);
    if (sigma < 0) {
      return text.toLowerCase(Locale.ROOT);
    }
    StringBuilder out = new StringBuilder(text.length() + 1);
    int start = 0;
    while (sigma >= 0) {
      out.append(text.substring(start, sigma).toLowerCase(Locale.ROOT));
      out.append(isFinal(text, sigma) ? FINAL_SIGMA : SMALL_SIGMA);
      start = sigma + 1;
      sigma = text.indexOf(SIGMA, start);
    }
    return out.append(text.substring(start).toLowerCase(Locale.ROOT)).toString();
  }

  /** A cased letter before, none behind; what may stand inside a word does not count. */
  private static boolean isFinal(String text, int sigma) {
    int before = sigma;
    while (before > 0 && isIgnorable(text.codePointBefore(before))) {
      before -= Character.charCount(text.codePointBefore(before));
    }
    if (before == 0 || !isCased(text.codePointBefore(before))) {
      return false;
    }
    int behind = sigma + 1;
    while (behind < text.length() && isIgnorable(text.codePointAt(behind))) {
      behind += Character.charCount(text.codePointAt(behind));
    }
    return behind == text.length() || !isCased(text.codePointAt(behind));
  }

  private static boolean isCased(int c) {
    return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
  }

  private static boolean isIgnorable(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      default -> IN_WORDS.indexOf(c) >= 0;
    };
  }
}
