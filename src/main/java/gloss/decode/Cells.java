package gloss.decode;

import java.util.Arrays;

/** Some tokens of some rows: a list that grows. */
public final class Cells {
  private int[] rows = new int[8];
  private int[] tokens = new int[8];
  private int size;

  void add(int row, int token) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      tokens = Arrays.copyOf(tokens, 2 * size);
    }
    rows[size] = row;
    tokens[size] = token;
    size++;
  }

  boolean contains(int row, int token) {
    for (int i = size - 1; i >= 0; i--) {
      if (rows[i] == row && tokens[i] == token) {
        return true;
      }
    }
    return false;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The row of one. */
  public int row(int i) {
    return rows[i];
  }

  /** The token of one. */
  public int token(int i) {
    return tokens[i];
  }
}
