package gloss.score.ngram;

import java.util.Arrays;

/** A growing sequence of symbols: code points, or numbers of tokens. Used by one thread. */
public final class Symbols {
  private static final int LARGE = 1 << 16;

  private int[] values = new int[256];
  private int size;

  /** Forgets everything. */
  public void clear() {
    if (values.length > LARGE) {
      values = new int[256];
    }
    size = 0;
  }

  /** Appends a symbol; -1 is one that equals nothing. */
  public void add(int symbol) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = symbol;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The symbols, and room behind them. */
  int[] values() {
    return values;
  }

  /** The symbol at a place. */
  public int get(int i) {
    return values[i];
  }
}
