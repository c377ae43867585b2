package gloss.decode;

import gloss.batch.SortedBatches;
import gloss.nn.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Searches for many sources: cuts them into batches of like length, of which as many are searched
 * at the same time as there are workers.
 *
 * @param workers do the work
 * @param tokens how many tokens of sources times hypotheses are searched at the same time at most:
 *     speed against memory
 */
public record SearchBatches(Workers workers, int tokens) {
  /** So many rows or fewer take hardly less time where they are fewer. */
  private static final int FEW = HeapTokens.FEW;

  /**
   * Below so many multiplications a step takes longer on several threads than on one, since each of
   * its hundred small operations waits for all of them.
   */
  private static final long LITTLE = 1 << 23;

  /**
   * What all sources are like.
   *
   * @param lengths columns that each source needs
   * @param hypotheses of each source
   * @param weights that a row is multiplied with in a step
   */
  public record Size(int[] lengths, int hypotheses, long weights) {
    private long rows() {
      return (long) lengths.length * hypotheses;
    }
  }

  /**
   * Searches.
   *
   * @param search gives a result for each of some sources, whose indices it gets
   * @return the results, in the order of the sources
   */
  public <T> List<T> each(Size size, Function<int[], List<T>> search) {
    SortedBatches batches = SortedBatches.of(size.lengths, budget(size));
    boolean large = size.rows() * size.weights >= LITTLE;
    // Threads that have nothing else to do may share the operations of large steps.
    return batches.restore(
        batches.indices().size() == 1 && large
            ? List.of(search.apply(batches.indices().get(0)))
            : workers.each(batches.indices(), search));
  }

  /** Tokens of sources in a batch: so that no worker has too much, or nothing to do. */
  private int budget(Size size) {
    long most = Math.max(1, tokens / workers.count() / size.hypotheses);
    long all = Arrays.stream(size.lengths).asLongStream().sum();
    long count = Math.max(1, roundedUp(all, most) / most);
    if (count > workers.count()) {
      count = roundedUp(count, workers.count());
    } else {
      count = Math.max(count, Math.min(workers.count(), roundedUp(size.rows(), FEW) / FEW));
    }
    // Less than a source more, so that what padding takes does not make another batch.
    long share = all / count + Arrays.stream(size.lengths).max().orElse(1) - 1;
    return Math.toIntExact(Math.max(1, Math.min(most, share)));
  }

  private static long roundedUp(long number, long unit) {
    return (number + unit - 1) / unit * unit;
  }
}
