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
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (WhiteSpace.is(c)) {
        out.end();
      } else {
        out.append(c);
      }
    }
    out.end();
  }
}
