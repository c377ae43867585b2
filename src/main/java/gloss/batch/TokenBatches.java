package gloss.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Batches of examples of like length, each at most {@code budget} ids with its padding, on the
 * source side and on the target side: rows · longest length ≤ budget. An example longer than the
 * budget is a batch of its own.
 *
 * <p>Each epoch has every example once. Examples of the same lengths stand in random order, and so
 * do the batches; both depend on seed and epoch alone, so that (epoch, number of the batch) is all
 * that resuming needs.
 */
public record TokenBatches(int budget, long seed) {
  /** A budget below 1 is an {@link IllegalArgumentException}. */
  public TokenBatches {
    if (budget < 1) {
      throw new IllegalArgumentException("a batch needs at least 1 token, not " + budget);
    }
  }

  /**
   * The batches of one epoch.
   *
   * @param sourceLengths columns that the source of each example needs
   * @param targetLengths columns that its target needs; as many
   * @return indices of examples
   */
  public List<int[]> epoch(int[] sourceLengths, int[] targetLengths, long epoch) {
    return part(sourceLengths, targetLengths, epoch, 0);
  }

  /** The batches of one of the parts, numbered from 0, in which an epoch goes through the data. */
  List<int[]> part(int[] sourceLengths, int[] targetLengths, long epoch, int part) {
    if (sourceLengths.length != targetLengths.length) {
      throw new IllegalArgumentException(
          sourceLengths.length + " sources, " + targetLengths.length + " targets");
    }
    Random random = Shuffle.generator(seed, epoch + ((long) part << Integer.SIZE));
    int[] order = IntStream.range(0, sourceLengths.length).toArray();
    Shuffle.shuffle(order, random);
    List<int[]> batches =
        cut(
            sorted(order, byLength(sourceLengths, targetLengths)),
            i -> Math.max(sourceLengths[i], targetLengths[i]),
            budget);
    Collections.shuffle(batches, random);
    return List.copyOf(batches);
  }

  /**
   * By target length, and then by source length, rising and falling in turn: so neighbours have
   * like sources where the target length changes, too, and less is padding.
   */
  private static Comparator<Integer> byLength(int[] sourceLengths, int[] targetLengths) {
    return Comparator.<Integer>comparingInt(i -> targetLengths[i])
        .thenComparingInt(i -> targetLengths[i] % 2 == 0 ? sourceLengths[i] : -sourceLengths[i]);
  }

  /** The indices in a new order; those that compare as equal stay as they are. */
  static int[] sorted(int[] indices, Comparator<Integer> comparator) {
    return Arrays.stream(indices).boxed().sorted(comparator).mapToInt(Integer::intValue).toArray();
  }

  /**
   * Cuts an order into batches of as many neighbours as the budget holds. With the longer side of a
   * pair as its length, both sides keep the budget: rows · max(source, target) ≤ budget.
   */
  static List<int[]> cut(int[] order, IntUnaryOperator length, int budget) {
    List<int[]> batches = new ArrayList<>();
    int start = 0;
    int longest = 0;
    for (int i = 0; i < order.length; i++) {
      longest = Math.max(longest, length.applyAsInt(order[i]));
      if (i > start && (long) (i - start + 1) * longest > budget) {
        batches.add(Arrays.copyOfRange(order, start, i));
        start = i;
        longest = length.applyAsInt(order[i]);
      }
    }
    if (start < order.length) {
      batches.add(Arrays.copyOfRange(order, start, order.length));
    }
    return batches;
  }
}
