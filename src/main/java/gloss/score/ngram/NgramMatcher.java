package gloss.score.ngram;

import java.util.Arrays;

/**
 * Counts the n-grams that a hypothesis shares with its references, each at most as often as it
 * stands in both.
 *
 * <p>An n-gram is known by its place in a hash table whose keys join the place of its first n − 1
 * symbols to its last symbol. Keys are compared in full, so counts are exact for any order. All
 * n-grams of one order are looked up before those of the next: look-ups within an order do not wait
 * for each other. Time and memory grow with length × orders. Used by one thread at a time.
 */
public final class NgramMatcher {
  private static final int LARGE = 1 << 18;

  /** What stands before a single symbol. */
  private static final int ROOT = -1;

  private final int orders;

  // The table: key 0 is a free place. Per place: occurrences in the hypothesis, most occurrences in
  // one reference, occurrences in the present reference and which one that is.
  private long[] keys = new long[256];
  private int[] wanted = new int[256];
  private int[] most = new int[256];
  private int[] present = new int[256];
  private int[] presentIn = new int[256];
  private int mask;
  private int shift;

  // The n-grams of the present order: where each begins, and its place in the table.
  private int[] starts = new int[64];
  private int[] places = new int[64];
  private int reference;

  /** Counts orders 1 to {@code orders}. */
  public NgramMatcher(int orders) {
    this.orders = orders;
  }

  /** Starts with a new hypothesis. */
  public void hypothesis(Symbols text) {
    int length = text.size();
    clearTable((long) length * orders);
    begin(length);
    int[] symbols = text.values();
    for (int n = 0; n < orders && n < length; n++) {
      int end = length - n;
      for (int i = 0; i < end; i++) {
        places[i] = intern(places[i], symbols[i + n]);
      }
    }
    reference = 0;
  }

  /** Adds to {@code matches[offset + n − 1]} the n-grams that this reference shares. */
  public void match(Symbols text, double[] matches, int offset) {
    if (reference > 0) {
      Arrays.fill(most, 0, mask + 1, 0);
    }
    reference = 0;
    matchMore(text, matches, offset);
  }

  /** As {@link #match}, adding only what goes beyond the references before this one. */
  public void matchMore(Symbols text, double[] matches, int offset) {
    reference++;
    int alive = text.size();
    begin(alive);
    int[] symbols = text.values();
    int length = text.size();
    for (int n = 0; n < orders && alive > 0; n++) {
      int found = 0;
      int matched = 0;
      for (int k = 0; k < alive && starts[k] + n < length; k++) {
        int place = find(places[k], symbols[starts[k] + n]);
        if (place >= 0) {
          matched += count(place);
          starts[found] = starts[k];
          places[found++] = place;
        }
      }
      matches[offset + n] += matched;
      alive = found;
    }
  }

  /** Counts an occurrence; 1 if it is a match that no reference gave so far. */
  private int count(int place) {
    int times;
    if (reference == 1) {
      times = ++most[place];
    } else {
      if (presentIn[place] != reference) {
        presentIn[place] = reference;
        present[place] = 0;
      }
      times = ++present[place];
      if (times <= most[place]) {
        return 0;
      }
      most[place] = times;
    }
    return times <= wanted[place] ? 1 : 0;
  }

  private void begin(int length) {
    if (starts.length < length || starts.length > Math.max(LARGE, 8 * length)) {
      starts = new int[length];
      places = new int[length];
    }
    for (int i = 0; i < length; i++) {
      starts[i] = i;
      places[i] = ROOT;
    }
  }

  private void clearTable(long grams) {
    int needed = (int) Math.min(1 << 29, Long.highestOneBit(Math.max(32, 2 * grams)) << 1);
    if (keys.length < needed || keys.length > Math.max(LARGE, 8L * needed)) {
      keys = new long[needed];
      wanted = new int[needed];
      most = new int[needed];
      present = new int[needed];
      presentIn = new int[needed];
    } else {
      Arrays.fill(keys, 0, needed, 0);
    }
    mask = needed - 1;
    shift = Long.numberOfLeadingZeros(mask);
  }

  private int intern(int prefix, int symbol) {
    long key = key(prefix, symbol);
    int place = place(key);
    if (keys[place] == 0) {
      keys[place] = key;
      wanted[place] = 0;
      most[place] = 0;
      presentIn[place] = 0;
    }
    wanted[place]++;
    return place;
  }

  private int find(int prefix, int symbol) {
    int place = place(key(prefix, symbol));
    return keys[place] == 0 ? -1 : place;
  }

  /** Never 0, as symbols are larger than {@code Integer.MIN_VALUE}. */
  private static long key(int prefix, int symbol) {
    return ((long) prefix << 32) | ((symbol ^ Integer.MIN_VALUE) & 0xffffffffL);
  }

  /** Where the key stands, or the free place where it belongs. */
  private int place(long key) {
    int place = (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
    while (keys[place] != key && keys[place] != 0) {
      place = (place + 1) & mask;
    }
    return place;
  }
}
