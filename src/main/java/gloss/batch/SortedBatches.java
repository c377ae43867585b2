package gloss.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Batches for decoding: examples sorted by length, the longest first, so that little is padding and
 * a batch that does not fit in memory fails at once. Results come back in the order of the
 * examples.
 *
 * @param indices of the examples in each batch
 */
public record SortedBatches(List<int[]> indices) {
  /**
   * Batches of at most {@code budget} ids with their padding; an example longer than the budget is
   * a batch of its own.
   *
   * @param lengths columns that each example needs
   */
  public static SortedBatches of(int[] lengths, int budget) {
    int[] order =
        TokenBatches.sorted(
            IntStream.range(0, lengths.length).toArray(),
            Comparator.comparingInt(i -> -lengths[i]));
    return new SortedBatches(List.copyOf(TokenBatches.cut(order, i -> lengths[i], budget)));
  }

  /**
   * The results of all examples in the order of the examples.
   *
   * @param results for each batch, one result for each of its indices
   */
  public <T> List<T> restore(List<? extends List<? extends T>> results) {
    int size = indices.stream().mapToInt(batch -> batch.length).sum();
    if (results.stream().mapToInt(List::size).sum() != size || results.size() != indices.size()) {
      throw new IllegalArgumentException("every example needs one result");
    }
    List<T> restored = new ArrayList<>(Collections.nCopies(size, null));
    for (int batch = 0; batch < indices.size(); batch++) {
      int[] examples = indices.get(batch);
      for (int row = 0; row < examples.length; row++) {
        restored.set(examples[row], results.get(batch).get(row));
      }
    }
    return restored;
  }
}
