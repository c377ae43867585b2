package gloss.score.rouge;

import gloss.score.token.Tokenizer;
import gloss.score.token.Tokens;

/**
 * Runs of a to z and 0 to 9 in the text's lower case. Two characters beyond ASCII have an ASCII
 * letter in theirs: the Kelvin sign, and I with a dot above, whose dot then parts.
 */
final class LatinTokenizer implements Tokenizer {
  private static final char KELVIN_SIGN = '\u212a';
  private static final char DOTTED_I = '\u0130';

  @Override
  public String name() {
    return "latin";
  }

  @Override
  public void tokenize(String line, Tokens out) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        out.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        out.append((char) (c | ' '));
      } else if (c == KELVIN_SIGN) {
        out.append('k');
      } else {
        if (c == DOTTED_I) {
          out.append('i');
        }
        out.end();
      }
    }
    out.end();
  }
}
