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
    byte before = edge();
    boolean consumed = false;
    int length = line.length();
    for (int i = 0; i < length; ) {
      int c = line.codePointAt(i);
      byte kind = kind(c);
      int next = i + Character.charCount(c);
      if (kind == POINT) {
        consumed = before != DIGIT && before != NOTHING && !consumed;
        boolean alone = consumed || parted(next < length ? kind(line.codePointAt(next)) : edge());
        write(alone ? SYMBOL : LETTER, c, out);
      } else {
        consumed = false;
        write(kind == DASH && before == DIGIT ? SYMBOL : kind, c, out);
      }
      before = kind;
      i = next;
    }
    out.end();
  }

  private static boolean parted(byte behind) {
    return behind != DIGIT && behind != NOTHING;
  }

  private static void write(byte kind, int c, Tokens out) {
    if (kind == SPACE) {
      out.end();
    } else if (kind == SYMBOL) {
      out.end();
      out.appendCodePoint(c);
      out.end();
    } else {
      out.appendCodePoint(c);
    }
  }
}
