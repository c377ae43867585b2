package gloss.score.ngram;

import java.util.Arrays;

/**
 * Shared n-grams of texts of any length.
 *
 * <p>An n-gram is known by its place in a hash table whose keys join the place of its first n − 1
 * symbols to its last symbol. Once an n-gram stands only once in the hypothesis, longer ones that
 * begin with it need no table: they are compared with the hypothesis symbol by symbol. Keys are
 * compared in full, so counts are exact. Time and memory grow with length × orders.
 */
final class HashedNgrams implements SharedNgrams {
  private static final int LARGE = 1 << 18;

  /** What stands before a single symbol. */
  private static final int ROOT = -1;

  /** What is added to counts for an occurrence in a reference. */
  private static final long IN_REFERENCE = 1L << 32;

  private final int orders;

  // The hypothesis, and for every place in it the orders whose n-gram, if it stands only here, was
  // matched.
  private int[] own = new int[64];
  private long[] matched = new long[64];
  private int ownLength;

  // The table: key 0 is a free place. Per place: occurrences in the hypothesis (low half) and most
  // occurrences in one reference (high half); where in the hypothesis it was seen first.
  private long[] keys = new long[256];
  private long[] counts = new long[256];
  private int[] firsts = new int[256];
  private int mask;
  private int shift;

  // From the second reference on: occurrences in the present reference, and which one that is.
  private int[] present = new int[0];
  private int[] presentIn = new int[0];
  private int reference;

  // The n-grams of the present order: where each begins; its place in the table or, as a
  // complement,
  // the only place where it stands in the hypothesis.
  private int[] starts = new int[64];
  private int[] states = new int[64];

  HashedNgrams(int orders) {
    this.orders = orders;
  }

  @Override
  public void hypothesis(Symbols text) {
    take(text);
    clearTable((long) ownLength * orders);
    begin(ownLength);
    int alive = ownLength;
    for (int n = 0; n < orders && alive > 0; n++) {
      while (alive > 0 && starts[alive - 1] + n >= ownLength) {
        alive--;
      }
      for (int k = 0; k < alive; k++) {
        states[k] = intern(states[k], own[starts[k] + n], starts[k]);
      }
      int repeated = 0;
      for (int k = 0; k < alive; k++) {
        if ((int) counts[states[k]] > 1) {
          starts[repeated] = starts[k];
          states[repeated++] = states[k];
        }
      }
      alive = repeated;
    }
    reference = 0;
  }

  @Override
  public void match(Symbols text, double[] matches, int offset) {
    if (reference > 0) {
      for (int place = 0; place <= mask; place++) {
        counts[place] &= IN_REFERENCE - 1;
      }
      Arrays.fill(matched, 0, ownLength, 0);
    }
    reference = 0;
    matchMore(text, matches, offset);
  }

  @Override
  public void matchMore(Symbols text, double[] matches, int offset) {
    if (++reference == 2) {
      prepareSecond();
    }
    int[] symbols = text.values();
    int length = text.size();
    int alive = length;
    begin(alive);
    for (int n = 0; n < orders && alive > 0; n++) {
      int found = 0;
      int shared = 0;
      for (int k = 0; k < alive && starts[k] + n < length; k++) {
        int symbol = symbols[starts[k] + n];
        int state = states[k];
        if (n > 0 && state < 0) {
          int place = ~state;
          if (place + n >= ownLength || own[place + n] != symbol) {
            continue;
          }
          shared += useOnly(place, n);
        } else {
          int place = find(state, symbol);
          if (place < 0) {
            continue;
          }
          boolean only = (int) counts[place] == 1;
          shared += only ? useOnly(firsts[place], n) : count(place);
          state = only ? ~firsts[place] : place;
        }
        starts[found] = starts[k];
        states[found++] = state;
      }
      matches[offset + n] += shared;
      alive = found;
    }
  }

  /** Matches the only n-gram of its kind in the hypothesis; 1 if that was not done before. */
  private int useOnly(int place, int order) {
    int fresh = (int) (~matched[place] >>> order) & 1;
    matched[place] |= 1L << order;
    return fresh;
  }

  /** Counts an occurrence; 1 if it is a match that no reference gave so far. */
  private int count(int place) {
    if (reference > 1 && !isMore(place)) {
      return 0;
    }
    long count = counts[place] + IN_REFERENCE;
    counts[place] = count;
    return (int) (count >>> 32) <= (int) count ? 1 : 0;
  }

  /** Whether the present reference has the n-gram more often than any before it. */
  private boolean isMore(int place) {
    if (presentIn[place] != reference) {
      presentIn[place] = reference;
      present[place] = 0;
    }
    return ++present[place] > (int) (counts[place] >>> 32);
  }

  private void prepareSecond() {
    if (present.length != keys.length) {
      present = new int[keys.length];
      presentIn = new int[keys.length];
    } else {
      Arrays.fill(presentIn, 0, mask + 1, 0);
    }
  }

  private void take(Symbols text) {
    ownLength = text.size();
    if (own.length < ownLength || own.length > Math.max(LARGE, 8 * ownLength)) {
      own = new int[ownLength];
      matched = new long[ownLength];
    }
    System.arraycopy(text.values(), 0, own, 0, ownLength);
    Arrays.fill(matched, 0, ownLength, 0);
  }

  private void begin(int length) {
    if (starts.length < length || starts.length > Math.max(LARGE, 8 * length)) {
      starts = new int[length];
      states = new int[length];
    }
    for (int i = 0; i < length; i++) {
      starts[i] = i;
      states[i] = ROOT;
    }
  }

  private void clearTable(long grams) {
    int needed = (int) Math.min(1 << 29, Long.highestOneBit(Math.max(32, 2 * grams)) << 1);
    if (keys.length < needed || keys.length > Math.max(LARGE, 8L * needed)) {
      keys = new long[needed];
      counts = new long[needed];
      firsts = new int[needed];
    } else {
      Arrays.fill(keys, 0, needed, 0);
    }
    mask = needed - 1;
    shift = Long.numberOfLeadingZeros(mask);
  }

  private int intern(int prefix, int symbol, int start) {
    long key = key(prefix, symbol);
    int place = place(key);
    if (keys[place] == 0) {
      keys[place] = key;
      counts[place] = 1;
      firsts[place] = start;
    } else {
      counts[place]++;
    }
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
