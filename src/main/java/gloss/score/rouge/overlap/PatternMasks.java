package gloss.score.rouge.overlap;

import gloss.score.ngram.Symbols;
import java.util.Arrays;

/**
 * For every token of a pattern, at which places of the pattern it stands, as bits.
 *
 * <p>Tokens with at least as many places as a row has words own a row; there are at most 64 of
 * them. The places of the others are set in one common row when they are asked for. So memory and
 * the time for a row stay in proportion to the pattern's length / 64, whatever the tokens.
 */
final class PatternMasks {
  private static final int LARGE = 1 << 16;

  private int words;
  private int[] local = new int[256];
  private int[] tokens = new int[64];
  private int distinct;
  private int[] starts = new int[65];
  private int[] places = new int[64];
  private int[] owned = new int[64];
  private long[] rows = new long[64];
  private int lent = -1;

  PatternMasks() {
    Arrays.fill(local, -1);
  }

  /** How many words a row has. */
  int words() {
    return words;
  }

  /** All rows; the one of a token begins where {@link #row} says. */
  long[] rows() {
    return rows;
  }

  /** Takes a new pattern. */
  void pattern(Symbols text, int from, int to) {
    forget();
    int length = to - from;
    words = Math.max(1, (length + 63) / 64);
    reserve(length);
    number(text, from, to);
    sortPlaces(text, from, to);
    makeRows();
  }

  private void forget() {
    for (int i = 0; i < distinct; i++) {
      local[tokens[i]] = -1;
    }
    distinct = 0;
    lent = -1;
  }

  private void reserve(int length) {
    if (places.length < length || places.length > Math.max(LARGE, 8 * length)) {
      int size = Math.max(64, length + length / 2);
      tokens = new int[size];
      places = new int[size];
      owned = new int[size];
      starts = new int[size + 1];
    }
  }

  private void number(Symbols text, int from, int to) {
    Arrays.fill(starts, 0, to - from + 1, 0);
    for (int i = from; i < to; i++) {
      int token = text.get(i);
      if (token >= local.length) {
        int old = local.length;
        local = Arrays.copyOf(local, Math.max(token + 1, 2 * old));
        Arrays.fill(local, old, local.length, -1);
      }
      if (local[token] < 0) {
        local[token] = distinct;
        tokens[distinct++] = token;
      }
      starts[local[token] + 1]++;
    }
    for (int i = 0; i < distinct; i++) {
      starts[i + 1] += starts[i];
    }
  }

  private void sortPlaces(Symbols text, int from, int to) {
    System.arraycopy(starts, 0, owned, 0, distinct);
    for (int i = from; i < to; i++) {
      places[owned[local[text.get(i)]]++] = i - from;
    }
  }

  /** Row 0 is empty, row 1 is the common one. */
  private void makeRows() {
    int count = 2;
    for (int i = 0; i < distinct; i++) {
      owned[i] = starts[i + 1] - starts[i] >= words ? count++ : 1;
    }
    int needed = count * words;
    if (rows.length < needed || rows.length > Math.max(LARGE, 8 * needed)) {
      rows = new long[needed];
    } else {
      Arrays.fill(rows, 0, needed, 0);
    }
    for (int i = 0; i < distinct; i++) {
      if (owned[i] > 1) {
        flip(i);
      }
    }
  }

  private void flip(int i) {
    int row = owned[i] * words;
    for (int p = starts[i]; p < starts[i + 1]; p++) {
      rows[row + (places[p] >> 6)] ^= 1L << places[p];
    }
  }

  /** Where the row of a token begins; valid until the next call. */
  int row(int token) {
    int i = token < local.length ? local[token] : -1;
    if (i < 0) {
      return 0;
    }
    if (owned[i] == 1 && lent != i) {
      if (lent >= 0) {
        flip(lent);
      }
      flip(i);
      lent = i;
    }
    return owned[i] * words;
  }
}
