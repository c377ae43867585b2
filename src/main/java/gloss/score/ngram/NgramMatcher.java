package gloss.score.ngram;

import java.util.Arrays;

/**
 * Counts the n-grams that a hypothesis shares with its references, each at most as often as it
 * stands in both.
 *
 * <p>An n-gram is the number of its first n − 1 symbols (itself an n-gram) joined to its last
 * symbol, looked up in a table of longs: nothing is compared by hash code alone, so counts are
 * exact for any order. Time and memory grow with length × orders. Used by one thread at a time.
 */
public final class NgramMatcher {
  private static final int ROOT = 0;
  private static final int LARGE = 1 << 18;

  private final int orders;
  private long[] keys = new long[256];
  private int[] grams = new int[256];
  private int mask;
  private int size;

  // Per n-gram of the hypothesis: occurrences there, most in one reference, in the present one.
  private int[] wanted = new int[128];
  private int[] most = new int[128];
  private int[] present = new int[128];
  private int reference;
  private int[] seenIn = new int[128];

  /** Counts orders 1 to {@code orders}. */
  public NgramMatcher(int orders) {
    this.orders = orders;
  }

  /** Starts with a new hypothesis. */
  public void hypothesis(Symbols text) {
    int length = text.size();
    prepare((int) Math.min((long) length * orders, 1 << 29));
    for (int i = 0; i < length; i++) {
      int gram = ROOT;
      int last = Math.min(orders, length - i);
      for (int n = 0; n < last; n++) {
        gram = intern(gram, text.get(i + n));
        wanted[gram]++;
      }
    }
  }

  /** Adds to {@code matches[offset + n − 1]} the n-grams that this reference shares. */
  public void match(Symbols text, double[] matches, int offset) {
    Arrays.fill(most, 0, size + 1, 0);
    matchMore(text, matches, offset);
  }

  /** As {@link #match}, adding only what goes beyond the references before this one. */
  public void matchMore(Symbols text, double[] matches, int offset) {
    reference++;
    int length = text.size();
    for (int i = 0; i < length; i++) {
      int gram = ROOT;
      int last = Math.min(orders, length - i);
      for (int n = 0; n < last; n++) {
        gram = find(gram, text.get(i + n));
        if (gram < 0) {
          break;
        }
        if (counts(gram)) {
          matches[offset + n]++;
        }
      }
    }
  }

  /** Counts an occurrence; true if it is a match that no reference gave so far. */
  private boolean counts(int gram) {
    if (seenIn[gram] != reference) {
      seenIn[gram] = reference;
      present[gram] = 0;
    }
    int count = ++present[gram];
    if (count <= most[gram]) {
      return false;
    }
    most[gram] = count;
    return count <= wanted[gram];
  }

  private void prepare(int most) {
    int capacity = Integer.highestOneBit(Math.max(64, 2 * most)) << 1;
    if (grams.length < capacity || grams.length > Math.max(LARGE, 8 * capacity)) {
      keys = new long[capacity];
      grams = new int[capacity];
    } else {
      Arrays.fill(grams, 0, capacity, 0);
    }
    mask = capacity - 1;
    counters(most + 1);
    size = 0;
    reference = 0;
  }

  private void counters(int needed) {
    if (wanted.length < needed || wanted.length > Math.max(LARGE, 8 * needed)) {
      wanted = new int[needed];
      most = new int[needed];
      present = new int[needed];
      seenIn = new int[needed];
    } else {
      Arrays.fill(wanted, 0, needed, 0);
      Arrays.fill(most, 0, needed, 0);
      Arrays.fill(seenIn, 0, needed, 0);
    }
  }

  private int intern(int prefix, int symbol) {
    long key = key(prefix, symbol);
    int slot = slot(key);
    if (grams[slot] == 0) {
      keys[slot] = key;
      grams[slot] = ++size;
    }
    return grams[slot];
  }

  private int find(int prefix, int symbol) {
    int gram = grams[slot(key(prefix, symbol))];
    return gram == 0 ? -1 : gram;
  }

  private static long key(int prefix, int symbol) {
    return ((long) prefix << 32) | (symbol & 0xffffffffL);
  }

  /** Where the key stands, or the free place where it belongs. */
  private int slot(long key) {
    long hash = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & mask;
    while (grams[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
