package gloss.score.token;

import gloss.text.WhiteSpace;

/** {@code char}: every code point that is not white space is a token. */
final class Characters implements Tokenizer {
  @Override
  public String name() {
    return "char";
  }

  @Override
  public void tokenize(String line, Tokens out) {
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      if (!WhiteSpace.is(c)) {
        out.appendCodePoint(c);
        out.end();
      }
      i += Character.charCount(c);
    }
  }
}
