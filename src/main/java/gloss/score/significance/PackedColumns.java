package gloss.score.significance;

import java.util.Optional;

/**
 * The columns of a table of small whole numbers, several side by side in one {@code long}, each
 * with as many bits as its weighted sums can need; so one multiplication serves several columns.
 */
final class PackedColumns {
  private static final int MOST_BITS = Integer.SIZE;

  /** By word, by row. */
  private final long[][] words;

  /** By column, the word that it stands in, how far up in it, and how many bits it takes. */
  private final int[] word;

  private final int[] shift;
  private final int[] bits;

  private PackedColumns(int[] bits, int rows) {
    this.bits = bits;
    this.word = new int[bits.length];
    this.shift = new int[bits.length];
    int used = 0;
    int last = 0;
    for (int column = 0; column < bits.length; column++) {
      if (used + bits[column] > Long.SIZE) {
        used = 0;
        last++;
      }
      word[column] = last;
      shift[column] = used;
      used += bits[column];
    }
    words = new long[last + 1][rows];
  }

  /**
   * Packs a table of whole numbers, none below 0, {@code (rows, width)}; empty if sums of its rows
   * might be too large, where the weights add up to the number of rows.
   */
  static Optional<PackedColumns> of(double[] cells, int rows, int width) {
    int[] bits = new int[width];
    for (int column = 0; column < width; column++) {
      double largest = 0;
      for (int row = 0; row < rows; row++) {
        largest = Math.max(largest, cells[row * width + column]);
      }
      double sum = largest * rows;
      if (sum >= 1L << MOST_BITS) {
        return Optional.empty();
      }
      bits[column] = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros((long) sum));
    }
    PackedColumns packed = new PackedColumns(bits, rows);
    packed.fill(cells);
    return Optional.of(packed);
  }

  private void fill(double[] cells) {
    for (int column = 0; column < bits.length; column++) {
      long[] target = words[word[column]];
      for (int row = 0; row < target.length; row++) {
        target[row] |= (long) cells[row * bits.length + column] << shift[column];
      }
    }
  }

  /** Σ weight · row, {@code (width)}; the weights are 0 or more and add up to the rows at most. */
  double[] weighted(int[] weights) {
    long[] dots = new long[words.length];
    for (int w = 0; w < dots.length; w++) {
      dots[w] = dot(weights, words[w]);
    }
    double[] sums = new double[bits.length];
    for (int column = 0; column < sums.length; column++) {
      sums[column] = dots[word[column]] >>> shift[column] & ((1L << bits[column]) - 1);
    }
    return sums;
  }

  private static long dot(int[] weights, long[] values) {
    long sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }
}
