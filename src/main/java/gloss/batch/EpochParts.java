package gloss.batch;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How an epoch goes through the blocks of a {@link PairFile}: in parts, each of blocks from all
 * over the file, and each block in one part. Which blocks go together depends on seed and epoch
 * alone.
 *
 * @param blocks number of blocks
 * @param most blocks in a part; the parts of an epoch differ by one block at most
 */
record EpochParts(int blocks, int most, long seed) {
  /** How many parts there are. */
  int count() {
    return (int) ((blocks + most - 1L) / most);
  }

  /** The blocks of a part in the order of the file, which is the fastest to read. */
  int[] blocks(int epoch, int part) {
    int[] order = IntStream.range(0, blocks).toArray();
    Shuffle.shuffle(order, Shuffle.generator(~seed, epoch));
    int[] chosen = Arrays.copyOfRange(order, start(part), start(part + 1));
    Arrays.sort(chosen);
    return chosen;
  }

  private int start(int part) {
    return (int) ((long) blocks * part / count());
  }
}
