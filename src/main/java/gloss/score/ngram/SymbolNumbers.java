package gloss.score.ngram;

import java.util.Arrays;

/** Numbers the few distinct symbols of a short text from 1. */
final class SymbolNumbers {
  // A symbol in the low half, its number in the high half; 0 is a free place. Symbols are their own
  // hash: code points of one script and numbers of tokens lie close together.
  private long[] entries = new long[0];
  private int mask;
  private int count;

  /** Forgets all; from now on there are at most so many. */
  void clear(int most) {
    int capacity = Integer.highestOneBit(Math.max(64, most)) << 2;
    if (entries.length < capacity) {
      entries = new long[capacity];
    } else {
      Arrays.fill(entries, 0, capacity, 0);
    }
    mask = capacity - 1;
    count = 0;
  }

  /** The number of a symbol, a new one if it is new. */
  int number(int symbol) {
    int place = place(symbol);
    if (entries[place] == 0) {
      entries[place] = ((long) ++count << 32) | (symbol & 0xffffffffL);
    }
    return (int) (entries[place] >>> 32);
  }

  /** The number of a symbol, or 0 if it has none. */
  int find(int symbol) {
    return (int) (entries[place(symbol)] >>> 32);
  }

  private int place(int symbol) {
    int place = symbol & mask;
    while ((int) entries[place] != symbol && entries[place] != 0) {
      place = (place + 1) & mask;
    }
    return place;
  }
}
