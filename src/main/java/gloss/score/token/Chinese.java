package gloss.score.token;

import gloss.text.WhiteSpace;

/**
 * {@code zh}: every Chinese character is a token, the rest is split as by {@code 13a} without its
 * entities and padding.
 *
 * <p>What counts as Chinese is what sacreBLEU counts. Two of its ranges were meant for the planes
 * beyond the first, but are compared as two-character strings; so U+2001 to U+2A6D (dashes, curly
 * quotes, arrows, mathematics) are split off, and the ideographs of Extension B are not.
 */
final class Chinese extends SplittingTokenizer {
  /** First and last code point of each range, ascending. */
  private static final char[] RANGES = {
    '\u2001', '\u2a6d', '\u2e80', '\u2eff', '\u2f00', '\u2fdf', '\u2ff0', '\u2fff',
    '\u3000', '\u303f', '\u3100', '\u312f', '\u31a0', '\u31bf', '\u31c0', '\u31ef',
    '\u3200', '\u33ff', '\u3400', '\u4db5', '\u4e00', '\u9fbb', '\uf900', '\ufa2d',
    '\ufa30', '\ufa6a', '\ufa70', '\ufad9', '\ufe10', '\ufe1f', '\ufe30', '\ufe4f',
    '\uff00', '\uffef',
  };

  @Override
  public String name() {
    return "zh";
  }

  @Override
  byte kind(int c) {
    if (c < 128) {
      return Mteval13a.ASCII[c];
    }
    if (WhiteSpace.is(c)) {
      return SPACE;
    }
    return isChinese(c) ? SYMBOL : LETTER;
  }

  private static boolean isChinese(int c) {
    for (int i = 0; i < RANGES.length && c >= RANGES[i]; i += 2) {
      if (c <= RANGES[i + 1]) {
        return true;
      }
    }
    return false;
  }

  @Override
  byte edge() {
    return NOTHING;
  }

  @Override
  public void tokenize(String line, Tokens out) {
    split(WhiteSpace.strip(line), out);
  }
}
