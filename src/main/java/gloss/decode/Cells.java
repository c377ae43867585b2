package gloss.decode;

import java.util.Arrays;

/** Some tokens of some rows: a list that grows, row after row. */
public final class Cells {
  private int[] rows = new int[8];
  private int[] tokens = new int[8];
  private int size;

  /** Adds a cell of the last row that has any, or of a later one. */
  void add(int row, int token) {
    if (size > 0 && row < rows[size - 1]) {
      throw new IllegalArgumentException("row " + row + " comes after row " + rows[size - 1]);
    }
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

  /** The number of the first cell of a row, or of a later one if the row has none. */
  int firstOf(int row) {
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = (from + to) / 2;
      if (rows[middle] < row) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
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
