package gloss.score.rouge.script;

import gloss.score.token.Tokenizer;
import gloss.score.token.Tokens;

/** Runs of ASCII letters and digits in lower case; every byte of other characters parts. */
final class AsciiTokenizer implements Tokenizer {
  @Override
  public String name() {
    return "ascii";
  }

  @Override
  public void tokenize(String line, Tokens out) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        out.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        out.append((char) (c | ' '));
      } else {
        out.end();
      }
    }
    out.end();
  }
}
