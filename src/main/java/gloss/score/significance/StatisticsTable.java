package gloss.score.significance;

import gloss.text.InputException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The statistics of every example of a corpus, one row each, and their sums over weighted examples.
 *
 * <p>Whole numbers whose sums are small enough are packed ({@link PackedColumns}); other rows are
 * added in double precision. Filled by one thread, then read by any number.
 */
public final class StatisticsTable {
  private static final int MOST_CELLS = Integer.MAX_VALUE - 8;

  private final int width;
  private double[] cells;
  private int rows;
  private boolean whole = true;
  private Optional<PackedColumns> packed = Optional.empty();

  /** An empty table with so many numbers per example. */
  public StatisticsTable(int width) {
    this.width = width;
    this.cells = new double[64 * width];
  }

  /** Appends a row; the array may be used again. */
  public void add(double[] statistics) {
    append(statistics);
  }

  /** All rows, one after the other. */
  double[] cells() {
    return Arrays.copyOf(cells, rows * width);
  }

  /** Appends rows that follow one after the other. */
  void append(double[] more) {
    ensure((long) rows + more.length / width);
    System.arraycopy(more, 0, cells, rows * width, more.length);
    rows += more.length / width;
    for (double value : more) {
      whole &= value >= 0 && value == Math.rint(value);
    }
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
    if (whole && packed.isEmpty()) {
      packed = PackedColumns.of(cells, rows, width);
    }
  }

  /** Σ weight · row, {@code (width)}; the weights are 0 or more and add up to the rows at most. */
  double[] weighted(int[] weights) {
    return packed.isPresent() ? packed.get().weighted(weights) : weightedPlain(weights);
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
