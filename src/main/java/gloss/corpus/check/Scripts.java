package gloss.corpus.check;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The scripts that letters are of. What belongs to none (digits, punctuation, combining marks) does
 * not count, and Hiragana, Katakana and Bopomofo count as Han, since they stand in the same words.
 */
public final class Scripts {
  private Scripts() {}

  /** The script that a letter counts as; empty for what counts as none. */
  static Optional<UnicodeScript> of(int c) {
    if (!Character.isLetter(c)) {
      return Optional.empty();
    }
    UnicodeScript script = UnicodeScript.of(c);
    return switch (script) {
      case COMMON, INHERITED, UNKNOWN -> Optional.empty();
      default -> Optional.of(counted(script));
    };
  }

  /** The script of a name, as letters count: {@code latin}, {@code han}. */
  public static UnicodeScript named(String name) {
    return counted(UnicodeScript.forName(name));
  }

  private static UnicodeScript counted(UnicodeScript script) {
    return switch (script) {
      case HIRAGANA, KATAKANA, BOPOMOFO -> UnicodeScript.HAN;
      default -> script;
    };
  }

  /** How many letters of each script a text has. */
  public static Map<UnicodeScript, Integer> count(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int latin = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80) {
        latin += Character.isLetter(c) ? 1 : 0;
      } else {
        of(c).ifPresent(script -> counts.merge(script, 1, Integer::sum));
      }
    }
    if (latin > 0) {
      counts.merge(UnicodeScript.LATIN, latin, Integer::sum);
    }
    return counts;
  }

  /** The script of most letters; empty for a text without letters. */
  static Optional<UnicodeScript> dominant(Map<UnicodeScript, Integer> counts) {
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** The first word with letters of two scripts, as when a Cyrillic letter looks Latin. */
  static Optional<String> mixedWord(String text) {
    Optional<UnicodeScript> ofWord = Optional.empty();
    int start = 0;
    boolean mixed = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        Optional<UnicodeScript> script = of(c);
        mixed |= script.isPresent() && ofWord.isPresent() && !script.equals(ofWord);
        ofWord = ofWord.or(() -> script);
      } else if (mixed) {
        return Optional.of(text.substring(start, i));
      } else {
        start = i + Character.charCount(c);
        ofWord = Optional.empty();
      }
      i += Character.charCount(c);
    }
    return mixed ? Optional.of(text.substring(start)) : Optional.empty();
  }

  /** As {@code Cyrillic}. */
  static String name(UnicodeScript script) {
    String name = script.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
