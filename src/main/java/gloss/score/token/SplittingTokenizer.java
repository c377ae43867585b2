package gloss.score.token;

/**
 * The common part of the tokenizers that descend from NIST's {@code mteval} scripts: a few regular
 * expressions applied one after another, done here in one walk over the line.
 *
 * <p>Every code point is of one {@code kind}. Symbols become tokens of their own. A point (full
 * stops and commas, or any punctuation) becomes a token unless it stands between digits; the
 * expressions are
 *
 * <pre>
 *   (not a digit)(point) → \1 \2␣     then     (point)(not a digit) → ␣\1 \2
 * </pre>
 *
 * and what the first has matched it has consumed: the point of one match is not the left neighbour
 * of the next. A dash becomes a token behind a digit.
 */
abstract class SplittingTokenizer implements Tokenizer {
  static final byte LETTER = 0;
  static final byte DIGIT = 1;
  static final byte POINT = 2;
  static final byte SYMBOL = 3;
  static final byte DASH = 4;
  static final byte SPACE = 5;

  /** Beyond the ends of a line where nothing pads it. */
  static final byte NOTHING = 6;

  /** The kind of a code point. */
  abstract byte kind(int codePoint);

  /** What the expressions see before and behind the line: {@link #SPACE} or {@link #NOTHING}. */
  abstract byte edge();

  /** Splits a line that needs no more preparation. */
  final void split(String line, Tokens out) {
    int from = out.load(line);
    char[] text = out.text();
    int end = from + line.length();
    byte before = edge();
    boolean consumed = false;
    int word = -1;
    int next;
    for (int i = from; i < end; i = next) {
      int c = codePoint(text, i, end);
      next = i + Character.charCount(c);
      byte kind = kind(c);
      boolean alone = kind == SYMBOL;
      if (kind == POINT) {
        consumed = before != DIGIT && before != NOTHING && !consumed;
        alone = consumed || parts(next < end ? kind(codePoint(text, next, end)) : edge());
      } else {
        consumed = false;
        alone |= kind == DASH && before == DIGIT;
      }
      before = kind;
      if (alone || kind == SPACE) {
        if (word >= 0) {
          out.addRange(word, i);
          word = -1;
        }
        if (alone) {
          out.addRange(i, next);
        }
      } else if (word < 0) {
        word = i;
      }
    }
    if (word >= 0) {
      out.addRange(word, end);
    }
  }

  private static int codePoint(char[] text, int i, int end) {
    return Character.isHighSurrogate(text[i]) ? Character.codePointAt(text, i, end) : text[i];
  }

  /** Whether what stands behind a point does not tie it to a number. */
  private static boolean parts(byte behind) {
    return behind != DIGIT && behind != NOTHING;
  }
}
