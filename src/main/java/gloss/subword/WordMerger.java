package gloss.subword;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Merges the symbols of one word as subword-nmt does: in every pass all places of the pair with the
 * lowest rank from left to right, until no pair is left that can be merged.
 *
 * <p>This differs from {@link PieceMerger} where a merge makes a pair of a lower rank than its own,
 * which happens when a symbol comes about in two ways: there that pair is next, here the pass is
 * finished first. Each keeps to the tool whose files it reads. A pass takes n steps for n symbols,
 * and there are no more passes than merges that occur in the word.
 */
final class WordMerger {
  private static final int DROPPED = Integer.MAX_VALUE;

  private final MergeTable merges;
  private final int[] symbols;
  private final int[] ranks;
  private final int[] starts;
  private int length;

  private WordMerger(MergeTable merges, int[] symbols) {
    this.merges = merges;
    this.symbols = symbols;
    length = symbols.length;
    ranks = new int[length];
    starts = new int[length];
    Arrays.setAll(starts, i -> i);
  }

  /**
   * Merges the symbols, which are overwritten.
   *
   * @return for each symbol that is left the place where it starts in {@code symbols}
   */
  static int[] merge(MergeTable merges, int[] symbols, @Nullable Dropout dropout) {
    WordMerger merger = new WordMerger(merges, symbols);
    for (int rank = merger.lowestRank(dropout);
        rank != DROPPED;
        rank = merger.lowestRank(dropout)) {
      merger.apply(rank);
    }
    return Arrays.copyOf(merger.starts, merger.length);
  }

  private int lowestRank(@Nullable Dropout dropout) {
    int lowest = DROPPED;
    for (int i = 0; i + 1 < length; i++) {
      int rank = merges.rank(symbols[i], symbols[i + 1]);
      boolean left = rank == MergeTable.NO_MERGE || (dropout != null && dropout.drops());
      ranks[i] = left ? DROPPED : rank;
      lowest = Math.min(lowest, ranks[i]);
    }
    return lowest;
  }

  private void apply(int rank) {
    int out = 0;
    int in = 0;
    while (in < length) {
      boolean merge = in + 1 < length && ranks[in] == rank;
      symbols[out] = merge ? merges.result(rank) : symbols[in];
      starts[out++] = starts[in];
      in += merge ? 2 : 1;
    }
    length = out;
  }
}
