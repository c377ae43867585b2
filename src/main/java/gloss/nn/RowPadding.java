package gloss.nn;

/**
 * How many rows of zeros stand below a matrix whose product is taken in bf16.
 *
 * <p>The engine's library for bf16 (oneDNN) makes a program for every shape of a product and keeps
 * the last 1,024. Batches of text have nearly as many numbers of rows as there are batches: then
 * each step makes a hundred programs anew, and they lie between the tensors, so that the heap falls
 * to pieces. After seven minutes of training a small Transformer a third of the time went into
 * looking for free memory, and 10 MB were lost each second. With the padding there are at most 16
 * numbers of rows between a power of two and the next; below 128, multiples of 8.
 */
public final class RowPadding {
  private static final long SIZES = 16;
  private static final long LEAST = 8;

  private RowPadding() {}

  /** The rows of zeros for a matrix of so many rows: at most a sixteenth, or 7. */
  public static int of(long rows) {
    long unit = Math.max(LEAST, Long.highestOneBit(rows) / SIZES);
    return (int) Math.floorMod(-rows, unit);
  }
}
