package gloss.subword;

import java.util.Arrays;

/**
 * Numbers pairs of symbols from 0 in the order of their arrival: a hash table with open addressing,
 * free of boxed keys. Symbols are 0 or more.
 */
final class PairTable {
  private static final long FREE = -1;
  static final int ABSENT = -1;

  private long[] keys;
  private int[] indexes;
  private int size;

  PairTable(int expected) {
    allocate(Integer.highestOneBit(Math.max(8, expected)) * 4);
  }

  private void allocate(int capacity) {
    keys = new long[capacity];
    Arrays.fill(keys, FREE);
    indexes = new int[capacity];
  }

  int size() {
    return size;
  }

  /** The pair's number, or {@link #ABSENT}. */
  int find(int left, int right) {
    long key = key(left, right);
    int place = place(key);
    return keys[place] == key ? indexes[place] : ABSENT;
  }

  /** The pair's number; a pair not seen before gets the next one. */
  int findOrAdd(int left, int right) {
    long key = key(left, right);
    int place = place(key);
    if (keys[place] == key) {
      return indexes[place];
    }
    keys[place] = key;
    indexes[place] = size++;
    int index = indexes[place];
    if (size * 2 > keys.length) {
      grow();
    }
    return index;
  }

  private static long key(int left, int right) {
    return (long) left << 32 | right;
  }

  private int place(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int place = (int) (mixed >>> 32) & mask;
    while (keys[place] != key && keys[place] != FREE) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldIndexes = indexes;
    allocate(oldKeys.length * 2);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        indexes[place] = oldIndexes[i];
      }
    }
  }
}
