package gloss.score.rouge.overlap;

import gloss.score.ngram.Symbols;
import java.util.Arrays;

/**
 * Longest common subsequences with 64 cells of the table per step: Hyyrö (2004), "Bit-parallel
 * LCS-length computation revisited", AWOCA.
 *
 * <p>Let t[i][j] be the length of the longest common subsequence of the first i tokens of the
 * pattern and the first j of the text. Column j is kept as bits: bit i − 1 is clear where t[i][j] =
 * t[i−1][j] + 1. That is also all that is needed to walk back from the last cell.
 */
final class BitLcs {
  /** How many words of columns are kept at once when walking back. */
  private static final int KEPT = 1 << 20;

  private static final int LARGE = 1 << 16;

  private final int most;
  private final PatternMasks masks = new PatternMasks();
  private Symbols pattern = new Symbols();
  private int from;
  private int size;
  private long[] column = new long[1];
  private long[] kept = new long[64];
  private long[] marks = new long[64];

  BitLcs() {
    this(KEPT);
  }

  /** Keeps so many words of columns at once when walking back. */
  BitLcs(int kept) {
    this.most = kept;
  }

  /** Takes the tokens from..to as the new pattern. */
  void pattern(Symbols text, int start, int to) {
    pattern = text;
    from = start;
    size = to - start;
    masks.pattern(text, start, to);
    if (column.length < masks.words() || column.length > LARGE) {
      column = new long[masks.words()];
    }
  }

  /** The length of the longest common subsequence of the pattern and these tokens. */
  int length(Symbols text, int start, int to) {
    startColumn();
    for (int j = start; j < to; j++) {
      step(text.get(j));
    }
    int clear = 0;
    for (int w = 0; w < masks.words(); w++) {
      clear += Long.bitCount(~column[w]);
    }
    return clear;
  }

  /** Bits beyond the pattern stay set for ever, since no token stands there. */
  private void startColumn() {
    Arrays.fill(column, 0, masks.words(), -1L);
  }

  private void step(int token) {
    int row = masks.row(token);
    if (row == 0) {
      return;
    }
    long[] rows = masks.rows();
    long carry = 0;
    for (int w = 0; w < masks.words(); w++) {
      long v = column[w];
      long m = rows[row + w];
      long matched = v & m;
      long sum = v + matched + carry;
      carry = ((v & matched) | ((v | matched) & ~sum)) >>> 63;
      column[w] = sum | (v & ~m);
    }
  }

  /**
   * Adds to {@code hits} the places of the pattern that lie on one longest common subsequence with
   * these tokens: the one that ROUGE takes, going back from the end along a match where there is
   * one, else to the left in the text if only that keeps the length, else up in the pattern.
   */
  void mark(Symbols text, int start, int to, long[] hits) {
    int words = masks.words();
    int length = to - start;
    int block = Math.min(Math.max(1, most / words), Math.max(1, length));
    int blocks = (length + block - 1) / block;
    reserve(block * words, Math.max(1, blocks) * words);
    startColumn();
    for (int j = 0; j < length; j++) {
      if (j % block == 0) {
        System.arraycopy(column, 0, marks, j / block * words, words);
      }
      step(text.get(start + j));
    }
    int i = size;
    for (int b = blocks - 1; b >= 0 && i > 0; b--) {
      i = walk(text, start, b * block, Math.min(length, (b + 1) * block), i, hits, b);
    }
  }

  private void reserve(int columns, int starts) {
    if (kept.length < columns || kept.length > Math.max(LARGE, 8 * columns)) {
      kept = new long[columns];
    }
    if (marks.length < starts || marks.length > Math.max(LARGE, 8 * starts)) {
      marks = new long[starts];
    }
  }

  /** Computes the columns of one block again and walks back through them; returns the new i. */
  private int walk(Symbols text, int start, int first, int last, int begin, long[] hits, int b) {
    int words = masks.words();
    System.arraycopy(marks, b * words, column, 0, words);
    for (int j = first; j < last; j++) {
      step(text.get(start + j));
      System.arraycopy(column, 0, kept, (j - first) * words, words);
    }
    int i = begin;
    int j = last;
    while (i > 0 && j > first) {
      if (pattern.get(from + i - 1) == text.get(start + j - 1)) {
        i--;
        j--;
        hits[i >> 6] |= 1L << i;
      } else if (((kept[(j - 1 - first) * words + ((i - 1) >> 6)] >>> (i - 1)) & 1) == 0) {
        j--;
      } else {
        i--;
      }
    }
    return i;
  }
}
