package gloss.score.token;

import gloss.text.WhiteSpace;

/** {@code none}: no tokenization; words are what white space parts. */
final class None implements Tokenizer {
  @Override
  public String name() {
    return "none";
  }

  @Override
  public void tokenize(String line, Tokens out) {
    int from = out.load(line);
    char[] text = out.text();
    int end = from + line.length();
    int word = -1;
    for (int i = from; i < end; i++) {
      boolean space = WhiteSpace.is(text[i]);
      if (space && word >= 0) {
        out.addRange(word, i);
        word = -1;
      } else if (!space && word < 0) {
        word = i;
      }
    }
    if (word >= 0) {
      out.addRange(word, end);
    }
  }
}
