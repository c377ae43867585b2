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
    int from = out.load(line);
    char[] text = out.text();
    int end = from + line.length();
    int next;
    for (int i = from; i < end; i = next) {
      next = i + Character.charCount(Character.codePointAt(text, i, end));
      if (!WhiteSpace.is(text[i])) {
        out.addRange(i, next);
      }
    }
  }
}
