package gloss.decode;

import java.util.Arrays;
import java.util.List;

/**
 * Which token each column of the logits stands for: all tokens in order, or those that some source
 * of a batch may need.
 */
final class Columns {
  private final int count;

  /** The token of each column, in rising order; empty if column and token are the same. */
  private final int[] tokens;

  private Columns(int count, int[] tokens) {
    this.count = count;
    this.tokens = tokens;
  }

  /** One for each token. */
  static Columns all(int vocabulary) {
    return new Columns(vocabulary, new int[0]);
  }

  /** One for each token that is a candidate of some source. */
  static Columns of(List<int[]> candidates) {
    int[] tokens = candidates.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    return new Columns(tokens.length, tokens);
  }

  int count() {
    return count;
  }

  /** The tokens of all columns, where these are not all. */
  long[] tokens() {
    return Arrays.stream(tokens).asLongStream().toArray();
  }

  /** For each source and column, row by row, whether the token is none of its candidates. */
  boolean[] hidden(List<int[]> candidates) {
    boolean[] hidden = new boolean[candidates.size() * count];
    Arrays.fill(hidden, true);
    for (int source = 0; source < candidates.size(); source++) {
      for (int token : candidates.get(source)) {
        hidden[source * count + column(token)] = false;
      }
    }
    return hidden;
  }

  /** The token of a column. */
  int token(int column) {
    return tokens.length == 0 ? column : tokens[column];
  }

  /** Where cells lie in a rectangle (rows, columns), row by row; those without a column do not. */
  long[] flat(Cells cells) {
    long[] flat = new long[cells.size()];
    int size = 0;
    for (int i = 0; i < flat.length; i++) {
      int column = column(cells.token(i));
      if (column >= 0) {
        flat[size++] = (long) cells.row(i) * count + column;
      }
    }
    return size == flat.length ? flat : Arrays.copyOf(flat, size);
  }

  /** The column of a token; negative if it has none. */
  int column(int token) {
    return tokens.length == 0 ? token : Arrays.binarySearch(tokens, token);
  }
}
