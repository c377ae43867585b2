package gloss.batch;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/**
 * Batches of examples of one size: every example once an epoch, in an order that depends on the
 * seed and the epoch alone.
 *
 * @param examples how many there are
 * @param size of a batch; the last of an epoch may be smaller
 */
public record ExampleBatches(int examples, int size, long seed) {
  /** The batches of an epoch, from 1, without the first {@code skip}: indices of examples. */
  public Iterator<int[]> epoch(int epoch, int skip) {
    int[] order = IntStream.range(0, examples).toArray();
    Shuffle.shuffle(order, Shuffle.generator(seed, epoch));
    return cut(order, skip * size);
  }

  /** All examples in their own order. */
  public Iterator<int[]> inOrder() {
    return cut(IntStream.range(0, examples).toArray(), 0);
  }

  /** The two halves of a batch; one of a single example stays alone. */
  public static List<int[]> halves(int[] batch) {
    int half = batch.length / 2;
    return half == 0
        ? List.of(batch)
        : List.of(Arrays.copyOf(batch, half), Arrays.copyOfRange(batch, half, batch.length));
  }

  private Iterator<int[]> cut(int[] order, int from) {
    return new Iterator<>() {
      private int at = from;

      @Override
      public boolean hasNext() {
        return at < order.length;
      }

      @Override
      public int[] next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int end = Math.min(order.length, at + size);
        int[] batch = Arrays.copyOfRange(order, at, end);
        at = end;
        return batch;
      }
    };
  }
}
