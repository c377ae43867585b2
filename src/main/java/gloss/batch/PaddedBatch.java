package gloss.batch;

import java.util.Arrays;

/** Sequences of ids as a rectangle, filled up with the padding id on the right. */
public final class PaddedBatch {
  private final int[] tokens;
  private final int[] lengths;
  private final int columns;

  private PaddedBatch(int[] tokens, int[] lengths, int columns) {
    this.tokens = tokens;
    this.lengths = lengths;
    this.columns = columns;
  }

  /** The rectangle that is as wide as the longest sequence. */
  public static PaddedBatch of(int[][] sequences, int pad) {
    int[] lengths = Arrays.stream(sequences).mapToInt(sequence -> sequence.length).toArray();
    int columns = Arrays.stream(lengths).max().orElse(0);
    int[] tokens = new int[Math.multiplyExact(sequences.length, columns)];
    Arrays.fill(tokens, pad);
    for (int row = 0; row < sequences.length; row++) {
      System.arraycopy(sequences[row], 0, tokens, row * columns, lengths[row]);
    }
    return new PaddedBatch(tokens, lengths, columns);
  }

  /** The ids, row-major: rows · columns of them. The array itself, not a copy. */
  public int[] tokens() {
    return tokens;
  }

  /** Lengths of the sequences before padding. The array itself, not a copy. */
  public int[] lengths() {
    return lengths;
  }

  /** Length of the longest sequence. */
  public int columns() {
    return columns;
  }

  /** Number of sequences. */
  public int rows() {
    return lengths.length;
  }

  /** Number of ids that are no padding. */
  public int tokenCount() {
    return Arrays.stream(lengths).sum();
  }

  /** One sequence without its padding. */
  public int[] sequence(int row) {
    return Arrays.copyOfRange(tokens, row * columns, row * columns + lengths[row]);
  }
}
