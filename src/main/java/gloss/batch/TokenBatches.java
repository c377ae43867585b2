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
    if (sourceLengths.length != targetLengths.length) {
      throw new IllegalArgumentException(
          sourceLengths.length + " sources, " + targetLengths.length + " targets");
    }
    Random random = Shuffle.generator(seed, epoch);
    int[] order = IntStream.range(0, sourceLengths.length).toArray();
    Shuffle.shuffle(order, random);
    int[] sorted =
        Arrays.stream(order)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(i -> targetLengths[i])
                    .thenComparingInt(i -> sourceLengths[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<int[]> batches = cut(sorted, i -> Math.max(sourceLengths[i], targetLengths[i]), budget);
    Collections.shuffle(batches, random);
    return List.copyOf(batches);
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
