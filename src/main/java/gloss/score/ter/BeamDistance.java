package gloss.score.ter;

/**
 * Edit distance between a hypothesis and a reference within a beam of 25 words on either side of
 * the diagonal (wider where the lengths differ so much that rows would not overlap).
 *
 * <p>Row <em>i</em> holds the costs of turning the first <em>i</em> words of the hypothesis into
 * the first <em>j</em> of the reference, for the <em>j</em> of its beam; outside it the cost is
 * {@link #INFINITE}. A substitution or a match is preferred to a deletion, a deletion to an
 * insertion. Only the beam is stored: memory grows with the length, not with its square.
 */
final class BeamDistance {
  static final int INFINITE = 1 << 29;

  static final byte MATCH = 0;
  static final byte SUBSTITUTE = 1;
  static final byte DELETE = 2;
  static final byte INSERT = 3;

  private static final int WIDTH = 25;

  private int[] reference = new int[0];
  private int rows;
  private double ratio;
  private int width;

  // The beam of every row: first column, end column, place of the first column in the cells.
  private int[] from = new int[0];
  private int[] to = new int[0];
  private int[] at = new int[0];
  private int[] costs = new int[0];
  private byte[] moves = new byte[0];
  private int[] above = new int[0];
  private int[] row = new int[0];

  /** Fills the table for a hypothesis; its words and the reference's are numbers. */
  void fill(int[] hypothesis, int[] wanted) {
    shape(hypothesis.length, wanted);
    for (int j = 0; j <= wanted.length; j++) {
      costs[j] = j;
      moves[j] = INSERT;
    }
    for (int i = 1; i <= hypothesis.length; i++) {
      fillRow(i, hypothesis[i - 1]);
    }
  }

  private void shape(int length, int[] wanted) {
    reference = wanted;
    rows = length;
    ratio = length == 0 ? 1 : (double) wanted.length / length;
    width = WIDTH < ratio / 2 ? (int) Math.ceil(ratio / 2 + WIDTH) : WIDTH;
    if (from.length <= length) {
      from = new int[length + 1];
      to = new int[length + 1];
      at = new int[length + 1];
    }
    int cells = 0;
    for (int i = 0; i <= length; i++) {
      int diagonal = (int) Math.floor(i * ratio);
      from[i] = i == 0 ? 0 : Math.max(0, diagonal - width);
      to[i] =
          i == 0 || i == length ? wanted.length + 1 : Math.min(wanted.length + 1, diagonal + width);
      at[i] = cells;
      cells = Math.addExact(cells, to[i] - from[i]);
    }
    if (costs.length < cells) {
      costs = new int[cells];
      moves = new byte[cells];
    }
  }

  private void fillRow(int i, int word) {
    int left = INFINITE;
    int diagonal = cost(i - 1, from[i] - 1);
    for (int j = from[i]; j < to[i]; j++) {
      int up = cost(i - 1, j);
      byte move;
      int best;
      if (j == 0) {
        best = up + 1;
        move = DELETE;
      } else {
        boolean same = word == reference[j - 1];
        best = same ? diagonal : diagonal + 1;
        move = same ? MATCH : SUBSTITUTE;
        if (best > up + 1) {
          best = up + 1;
          move = DELETE;
        }
        if (best > left + 1) {
          best = left + 1;
          move = INSERT;
        }
        best = Math.min(best, INFINITE);
      }
      costs[at[i] + j - from[i]] = best;
      moves[at[i] + j - from[i]] = move;
      left = best;
      diagonal = up;
    }
  }

  private int cost(int i, int j) {
    return j < from[i] || j >= to[i] ? INFINITE : costs[at[i] + j - from[i]];
  }

  /** The distance of the hypothesis in the table. */
  int distance() {
    return cost(rows, reference.length);
  }

  /** The last move on the best way to a cell. */
  byte move(int i, int j) {
    return moves[at[i] + j - from[i]];
  }

  /**
   * The distance of a hypothesis that differs from the one in the table only in the words {@code
   * first} to {@code end - 1}. Computes rows from the first change on, until one differs from the
   * table's by a constant: from there on all do.
   */
  int distance(int[] changed, int first, int end) {
    if (above.length <= reference.length) {
      above = new int[reference.length + 1];
      row = new int[reference.length + 1];
    }
    int i = first;
    System.arraycopy(costs, at[i], above, from[i], to[i] - from[i]);
    while (i < rows) {
      i++;
      changedRow(i, changed[i - 1]);
      int[] swap = above;
      above = row;
      row = swap;
      if (i >= end) {
        int shift = shift(i);
        if (shift != INFINITE) {
          return distance() + shift;
        }
      }
    }
    return above[reference.length];
  }

  /** From row {@code i - 1} in {@code above} to row {@code i} in {@code row}. */
  private void changedRow(int i, int word) {
    int left = INFINITE;
    int first = from[i];
    int previousFrom = from[i - 1];
    int previousTo = to[i - 1];
    int diagonal =
        first - 1 >= previousFrom && first - 1 < previousTo ? above[first - 1] : INFINITE;
    for (int j = first; j < to[i]; j++) {
      int up = j < previousTo ? above[j] : INFINITE;
      int best;
      if (j == 0) {
        best = up + 1;
      } else {
        best = diagonal + (word == reference[j - 1] ? 0 : 1);
        best = Math.min(best, Math.min(up, left) + 1);
        best = Math.min(best, INFINITE);
      }
      row[j] = best;
      left = best;
      diagonal = up;
    }
  }

  /** By how much the row in {@code above} differs from the table's, or infinite if it varies. */
  private int shift(int i) {
    int first = from[i];
    int base = at[i] - first;
    int shift = above[to[i] - 1] - costs[base + to[i] - 1];
    for (int j = first; j < to[i]; j++) {
      if (above[j] - costs[base + j] != shift) {
        return INFINITE;
      }
    }
    return shift;
  }

  /** Forgets tables that a very long line has made. */
  void trim() {
    if (costs.length > 1 << 20) {
      costs = new int[0];
      moves = new byte[0];
      from = new int[0];
      to = new int[0];
      at = new int[0];
    }
    if (above.length > 1 << 16) {
      above = new int[0];
      row = new int[0];
    }
  }
}
