package gloss.subword;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * How often each pair of neighbouring symbols occurs and in which words, kept up to date while
 * words change; knows the most frequent pair at any time.
 *
 * <p>The queue may hold counts that have fallen since: such an entry is put back with its present
 * count when it comes up. Each pair has at most one entry that is not yet superseded, and that
 * entry's count is never below the present one.
 */
final class PairCounts {
  /** A pair with the count it had when it was queued. */
  record Candidate(int left, int right, int index, long count) {}

  private final long minimum;
  private final PairTable table = new PairTable(1 << 14);
  private final List<IntList> words = new ArrayList<>();
  private final IntList grown = new IntList(64);
  private final IntList lefts = new IntList(1 << 14);
  private final IntList rights = new IntList(1 << 14);
  private final PriorityQueue<Candidate> queue;
  private long[] counts = new long[1 << 14];
  private long[] queued = new long[1 << 14];

  /** Pairs that occur less than {@code minimum} times are counted but never offered. */
  PairCounts(Symbols symbols, long minimum) {
    this.minimum = minimum;
    this.queue =
        new PriorityQueue<>(
            (a, b) -> {
              int byCount = Long.compare(b.count, a.count);
              int byLeft = byCount != 0 ? byCount : symbols.compare(b.left, a.left);
              return byLeft != 0 ? byLeft : symbols.compare(b.right, a.right);
            });
  }

  /** The pair occurs {@code count} more times, in {@code word}. */
  void add(int left, int right, int word, long count) {
    int index = table.findOrAdd(left, right);
    if (index == words.size()) {
      register(left, right);
    }
    counts[index] += count;
    grown.add(index);
    IntList where = words.get(index);
    if (where.size() == 0 || where.last() != word) {
      where.add(word);
    }
  }

  private void register(int left, int right) {
    lefts.add(left);
    rights.add(right);
    words.add(new IntList(4));
    if (words.size() > counts.length) {
      counts = Arrays.copyOf(counts, counts.length * 2);
      queued = Arrays.copyOf(queued, counts.length);
    }
  }

  /** The pair occurs {@code count} fewer times. */
  void remove(int left, int right, long count) {
    counts[table.find(left, right)] -= count;
  }

  /** Queues the pairs whose counts have grown; to be called when a round of changes is over. */
  void settle() {
    for (int i = 0; i < grown.size(); i++) {
      int index = grown.get(i);
      if (counts[index] >= minimum && counts[index] > queued[index]) {
        enqueue(index);
      }
    }
    grown.clear();
  }

  private void enqueue(int index) {
    queued[index] = counts[index];
    queue.add(new Candidate(lefts.get(index), rights.get(index), index, counts[index]));
  }

  /** Takes out the most frequent pair, of several the greatest; null when none is left. */
  @Nullable Candidate takeBest() {
    for (Candidate best = queue.poll(); best != null; best = queue.poll()) {
      int index = best.index;
      if (best.count != queued[index]) {
        continue;
      }
      if (best.count == counts[index]) {
        queued[index] = 0;
        return best;
      }
      queued[index] = 0;
      if (counts[index] >= minimum) {
        enqueue(index);
      }
    }
    return null;
  }

  /** Words in which the pair has occurred; it may be gone from some of them. */
  int[] wordsWith(Candidate pair) {
    return words.get(pair.index).toArray();
  }
}
