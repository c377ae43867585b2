package gloss.subword;

import org.jspecify.annotations.Nullable;

/**
 * Merges the symbols of one piece of text: always the pair of the lowest rank, of several the
 * leftmost, until none is left. Takes n log n steps for n symbols.
 *
 * <p>With dropout every possible merge is left out of every step with its probability; when all are
 * left out in one step, the piece stays as it is.
 */
final class PieceMerger {
  private static final int NONE = -1;

  private final MergeTable merges;
  private final int[] symbols;
  private final int[] previous;
  private final int[] next;

  /** Possible merges, each as rank and place: the smallest number is the next to be done. */
  private final LongHeap queue;

  private PieceMerger(MergeTable merges, int[] symbols) {
    this.merges = merges;
    this.symbols = symbols;
    int length = symbols.length;
    previous = new int[length];
    next = new int[length];
    queue = new LongHeap(length);
    for (int i = 0; i < length; i++) {
      previous[i] = i - 1;
      next[i] = i + 1 < length ? i + 1 : NONE;
    }
    for (int i = 0; i + 1 < length; i++) {
      enqueue(i);
    }
  }

  /** Merges the symbols, which are overwritten. */
  static int[] merge(MergeTable merges, int[] symbols) {
    return merge(merges, symbols, null);
  }

  /** Merges the symbols, which are overwritten, with dropout unless it is null. */
  static int[] merge(MergeTable merges, int[] symbols, @Nullable Dropout dropout) {
    if (symbols.length < 2) {
      return symbols;
    }
    PieceMerger merger = new PieceMerger(merges, symbols);
    if (dropout == null) {
      merger.run();
    } else {
      merger.run(dropout);
    }
    return merger.result();
  }

  private void run() {
    while (!queue.isEmpty()) {
      long candidate = queue.remove();
      if (isPossible(candidate)) {
        apply(candidate);
      }
    }
  }

  private void run(Dropout dropout) {
    LongHeap dropped = new LongHeap(8);
    while (!queue.isEmpty()) {
      long candidate = queue.remove();
      if (!isPossible(candidate)) {
        continue;
      }
      if (dropout.drops()) {
        dropped.add(candidate);
        continue;
      }
      apply(candidate);
      while (!dropped.isEmpty()) {
        queue.add(dropped.remove());
      }
    }
  }

  /** Whether a symbol and its right neighbour still give what they gave when they were queued. */
  private boolean isPossible(long candidate) {
    int place = (int) candidate;
    int right = next[place];
    if (symbols[place] == NONE || right == NONE) {
      return false;
    }
    int rank = merges.rank(symbols[place], symbols[right]);
    return rank != MergeTable.NO_MERGE && merges.result(rank) == merges.result(rank(candidate));
  }

  private void apply(long candidate) {
    int place = (int) candidate;
    int right = next[place];
    symbols[place] = merges.result(rank(candidate));
    symbols[right] = NONE;
    next[place] = next[right];
    if (next[right] != NONE) {
      previous[next[right]] = place;
      enqueue(place);
    }
    if (previous[place] != NONE) {
      enqueue(previous[place]);
    }
  }

  private void enqueue(int place) {
    int rank = merges.rank(symbols[place], symbols[next[place]]);
    if (rank != MergeTable.NO_MERGE) {
      queue.add((long) rank << 32 | place);
    }
  }

  private static int rank(long candidate) {
    return (int) (candidate >>> 32);
  }

  private int[] result() {
    IntList left = new IntList(symbols.length);
    for (int i = 0; i != NONE; i = next[i]) {
      left.add(symbols[i]);
    }
    return left.toArray();
  }
}
