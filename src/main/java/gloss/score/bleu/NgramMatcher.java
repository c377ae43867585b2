package gloss.score.bleu;

import gloss.score.token.Tokens;
import java.util.Arrays;

/**
 * Counts clipped n-gram matches of one hypothesis with its references.
 *
 * <p>Tokens of the hypothesis get numbers; an n-gram is the number of its first n − 1 tokens
 * (itself an n-gram) joined to the number of its last one, looked up in a table of longs. Nothing
 * is compared by hash code alone, so counts are exact. Used by one thread at a time.
 */
final class NgramMatcher {
  private static final int ROOT = 0;
  private static final int LARGE = 1 << 16;

  private final int orders;
  private final Tokens tokens = new Tokens();
  private final TokenNumbers numbers = new TokenNumbers();

  private long[] keys = new long[256];
  private int[] slots = new int[256];
  private int mask;
  private int size;

  // Per n-gram of the hypothesis: occurrences there, most in one reference, in the present one.
  private int[] wanted = new int[128];
  private int[] most = new int[128];
  private int[] present = new int[128];
  private int[] presentReference = new int[128];

  NgramMatcher(int orders) {
    this.orders = orders;
  }

  /** The tokens of all texts of the segment, hypothesis first. */
  Tokens tokens() {
    return tokens;
  }

  /** Takes the first {@code length} tokens as the hypothesis. */
  void hypothesis(int length) {
    numbers.number(tokens, length);
    reset((int) Math.min((long) length * orders, 1 << 28));
    for (int i = 0; i < length; i++) {
      int gram = ROOT;
      for (int n = 0; n < orders && i + n < length; n++) {
        gram = intern(gram, numbers.of(i + n));
        wanted[gram]++;
      }
    }
  }

  /**
   * Adds to {@code matches[offset + n - 1]} what the tokens from..to, reference {@code number}
   * (from 1), match beyond the references before it.
   */
  void reference(int number, int from, int to, double[] matches, int offset) {
    numbers.find(tokens, from, to);
    for (int i = from; i < to; i++) {
      int gram = ROOT;
      for (int n = 0; n < orders && i + n < to; n++) {
        int token = numbers.of(i + n);
        gram = token < 0 ? -1 : find(gram, token);
        if (gram < 0) {
          break;
        }
        if (count(gram, number)) {
          matches[offset + n]++;
        }
      }
    }
  }

  /** Counts an occurrence; true if it is a match that no reference gave so far. */
  private boolean count(int gram, int reference) {
    if (presentReference[gram] != reference) {
      presentReference[gram] = reference;
      present[gram] = 0;
    }
    if (++present[gram] <= most[gram]) {
      return false;
    }
    most[gram] = present[gram];
    return present[gram] <= wanted[gram];
  }

  private void reset(int grams) {
    tableFor(grams);
    int needed = grams + 1;
    if (wanted.length < needed || wanted.length > Math.max(LARGE, 8 * needed)) {
      wanted = new int[needed];
      most = new int[needed];
      present = new int[needed];
      presentReference = new int[needed];
    } else {
      Arrays.fill(wanted, 0, needed, 0);
      Arrays.fill(most, 0, needed, 0);
      Arrays.fill(presentReference, 0, needed, 0);
    }
    size = 0;
  }

  private void tableFor(int grams) {
    int capacity = Integer.highestOneBit(Math.max(64, 2 * grams)) << 1;
    if (slots.length < capacity || slots.length > Math.max(LARGE, 8 * capacity)) {
      keys = new long[capacity];
      slots = new int[capacity];
    } else {
      Arrays.fill(slots, 0, capacity, 0);
    }
    mask = capacity - 1;
  }

  private int intern(int prefix, int token) {
    long key = ((long) prefix << 32) | token;
    int slot = slot(key);
    while (slots[slot] != 0) {
      if (keys[slot] == key) {
        return slots[slot];
      }
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    slots[slot] = ++size;
    return size;
  }

  private int find(int prefix, int token) {
    long key = ((long) prefix << 32) | token;
    int slot = slot(key);
    while (slots[slot] != 0) {
      if (keys[slot] == key) {
        return slots[slot];
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private int slot(long key) {
    long h = key * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 32 ^ h >>> 48) & mask;
  }
}
