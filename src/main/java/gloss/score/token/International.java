package gloss.score.token;

import gloss.text.WhiteSpace;

/**
 * {@code intl}: NIST's {@code mteval-v14.pl}, which splits off all Unicode symbols, and all Unicode
 * punctuation that does not stand between numbers.
 *
 * <p>Nothing pads the line: the full stop of a line that ends with {@code 1990.} stays where it is.
 */
final class International extends SplittingTokenizer {
  @Override
  public String name() {
    return "intl";
  }

  @Override
  byte kind(int c) {
    if (WhiteSpace.is(c)) {
      return SPACE;
    }
    return switch (UnicodeCategories.of(c)) {
      case 'N' -> DIGIT;
      case 'P' -> POINT;
      case 'S' -> SYMBOL;
      default -> LETTER;
    };
  }

  @Override
  byte edge() {
    return NOTHING;
  }

  @Override
  public void tokenize(String line, Tokens out) {
    split(line, out);
  }
}
