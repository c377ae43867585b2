package gloss.score.rouge;

import gloss.score.token.Tokenizer;
import gloss.score.token.Tokens;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Runs of letters, marks and digits of any script. */
final class UnicodeTokenizer implements Tokenizer {
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final int FIRST_WITHOUT_SPACES = 0xe00;

  @Override
  public String name() {
    return "unicode";
  }

  @Override
  public void tokenize(String line, Tokens out) {
    String lower = line.toLowerCase(Locale.ROOT);
    boolean alone = false;
    for (int i = 0; i < lower.length(); ) {
      int c = lower.codePointAt(i);
      i += Character.charCount(c);
      if (isMark(c)) {
        out.appendCodePoint(c);
      } else if (Character.isLetterOrDigit(c)) {
        boolean single = isWithoutSpaces(c);
        if (single || alone) {
          out.end();
        }
        out.appendCodePoint(c);
        alone = single;
      } else {
        out.end();
        alone = false;
      }
    }
    out.end();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isWithoutSpaces(int c) {
    return c >= FIRST_WITHOUT_SPACES && WITHOUT_SPACES.contains(UnicodeScript.of(c));
  }
}
