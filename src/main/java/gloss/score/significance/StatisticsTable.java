package gloss.score.significance;

import gloss.text.InputException;
import java.util.Arrays;

/**
 * The statistics of every example of a corpus, one row each, and their sums over weighted examples.
 *
 * <p>Rows of whole numbers that cannot overflow are packed, two to a long, so that a resample costs
 * half a multiplication per number; other rows are added in double precision. Filled by one thread,
 * then read by any number.
 */
public final class StatisticsTable {
  private static final int MOST_CELLS = Integer.MAX_VALUE - 8;

  private final int width;
  private double[] cells;
  private int rows;
  private boolean whole = true;
  private double largest;
  private long[][] packed = new long[0][];

  /** An empty table with so many numbers per example. */
  public StatisticsTable(int width) {
    this.width = width;
    this.cells = new double[64 * width];
  }

  /** Appends a row; the array may be used again. */
  public void add(double[] statistics) {
    ensure(rows + 1L);
    System.arraycopy(statistics, 0, cells, rows * width, width);
    rows++;
    for (double value : statistics) {
      whole &= value >= 0 && value == Math.rint(value);
      largest = Math.max(largest, value);
    }
  }

  /** Appends all rows of another table. */
  void append(StatisticsTable other) {
    ensure((long) rows + other.rows);
    System.arraycopy(other.cells, 0, cells, rows * width, other.rows * width);
    rows += other.rows;
    whole &= other.whole;
    largest = Math.max(largest, other.largest);
  }

  private void ensure(long neededRows) {
    long needed = neededRows * width;
    if (needed > MOST_CELLS) {
      throw new InputException("too many segments for a significance test: " + neededRows);
    }
    if (needed > cells.length) {
      cells = Arrays.copyOf(cells, (int) Math.min(MOST_CELLS, needed * 3 / 2));
    }
  }

  /** How many examples there are. */
  public int rows() {
    return rows;
  }

  double[] row(int row) {
    return Arrays.copyOfRange(cells, row * width, (row + 1) * width);
  }

  /** Has to be called between the last row and the first sum. */
  void seal() {
    if (packed.length > 0 || !whole || largest * rows > Integer.MAX_VALUE) {
      return;
    }
    packed = new long[(width + 1) / 2][rows];
    for (int column = 0; column < width; column++) {
      long[] target = packed[column / 2];
      int shift = column % 2 == 0 ? 0 : 32;
      for (int row = 0; row < rows; row++) {
        target[row] |= (long) cells[row * width + column] << shift;
      }
    }
  }

  /** Σ weight · row, {@code (width)}. */
  double[] weighted(int[] weights) {
    return packed.length > 0 ? weightedPacked(weights) : weightedPlain(weights);
  }

  private double[] weightedPacked(int[] weights) {
    double[] sums = new double[width];
    for (int pair = 0; pair < packed.length; pair++) {
      long sum = dot(weights, packed[pair]);
      sums[2 * pair] = (int) sum;
      if (2 * pair + 1 < width) {
        sums[2 * pair + 1] = (int) (sum >>> 32);
      }
    }
    return sums;
  }

  private static long dot(int[] weights, long[] values) {
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    int i = 0;
    for (; i + 3 < values.length; i += 4) {
      a += weights[i] * values[i];
      b += weights[i + 1] * values[i + 1];
      c += weights[i + 2] * values[i + 2];
      d += weights[i + 3] * values[i + 3];
    }
    for (; i < values.length; i++) {
      a += weights[i] * values[i];
    }
    return a + b + c + d;
  }

  private double[] weightedPlain(int[] weights) {
    double[] sums = new double[width];
    for (int row = 0; row < rows; row++) {
      int weight = weights[row];
      if (weight != 0) {
        for (int column = 0; column < width; column++) {
          sums[column] += weight * cells[row * width + column];
        }
      }
    }
    return sums;
  }

  /** The sums of the rows named, added one after the other in single precision. */
  float[] inSinglePrecision(int[] indices) {
    float[] sums = new float[width];
    for (int row : indices) {
      for (int column = 0; column < width; column++) {
        sums[column] += (float) cells[row * width + column];
      }
    }
    return sums;
  }

  /** Whether rows are whole numbers, so that sums up to 2^24 are exact in single precision. */
  boolean isWhole() {
    return whole;
  }
}
