package gloss.decode;

import gloss.batch.SortedBatches;
import gloss.nn.Threads;
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

  /** A source counts as so long at least: what a row costs in a step does not depend on it. */
  private static final int LEAST = 8;

  /** A batch may have so many tokens times hypotheses, however many workers there are. */
  private static final int SMALLEST = 512;

  /**
   * Below so many multiplications a step takes longer on several threads than on one, since each of
   * its hundred small operations waits for all of them.
   */
  private static final long LITTLE = 1 << 23;

  /** So many weights are rather fetched from memory for all sources together. */
  private static final long MANY = 1 << 24;

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
    int[] lengths = Arrays.stream(size.lengths).map(length -> Math.max(LEAST, length)).toArray();
    SortedBatches batches = SortedBatches.of(lengths, budget(size, lengths));
    if (batches.indices().size() == 1 && size.rows() * size.weights >= LITTLE) {
      // Threads that have nothing else to do share the operations of large steps.
      Threads.count();
      return batches.restore(List.of(search.apply(batches.indices().get(0))));
    }
    return batches.restore(workers.each(batches.indices(), search));
  }

  /** Tokens of sources in a batch: so that no worker has too much, or nothing to do. */
  private int budget(Size size, int[] lengths) {
    long most = Math.max(1, Math.max(SMALLEST, tokens / workers.count()) / size.hypotheses);
    long all = Arrays.stream(lengths).asLongStream().sum();
    long count = Math.max(1, roundedUp(all, most) / most);
    if (count > workers.count()) {
      count = roundedUp(count, workers.count());
    } else {
      long useful = Math.min(workers.count(), roundedUp(size.rows(), FEW) / FEW);
      boolean together = useful < workers.count() && size.weights >= MANY;
      count = together ? count : Math.max(count, useful);
    }
    // Less than a source more, so that what padding takes does not make another batch.
    long share = all / count + Arrays.stream(lengths).max().orElse(1) - 1;
    return Math.toIntExact(Math.max(1, Math.min(most, share)));
  }

  private static long roundedUp(long number, long unit) {
    return (number + unit - 1) / unit * unit;
  }
}
