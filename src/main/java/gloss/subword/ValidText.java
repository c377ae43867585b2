package gloss.subword;

import gloss.text.InputException;

/** Refuses strings that are not valid Unicode, for which there is no UTF-8. */
final class ValidText {
  private ValidText() {}

  /** Returns the text, or fails if it has an unpaired surrogate. */
  static String require(String text) {
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        throw new InputException(
            "text is not valid Unicode: it has the unpaired surrogate U+%04X".formatted(c));
      }
    }
    return text;
  }
}
