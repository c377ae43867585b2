package gloss.subword;

import java.util.Arrays;

/** A binary heap of longs, smallest first. */
final class LongHeap {
  private long[] items;
  private int size;

  LongHeap(int capacity) {
    items = new long[Math.max(1, capacity)];
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(long item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    int hole = size++;
    while (hole > 0 && items[(hole - 1) / 2] > item) {
      items[hole] = items[(hole - 1) / 2];
      hole = (hole - 1) / 2;
    }
    items[hole] = item;
  }

  /** Removes the smallest item of a heap that is not empty. */
  long remove() {
    long smallest = items[0];
    long moved = items[--size];
    int hole = 0;
    for (int child = smallerChild(0); child < size && items[child] < moved; ) {
      items[hole] = items[child];
      hole = child;
      child = smallerChild(hole);
    }
    items[hole] = moved;
    return smallest;
  }

  private int smallerChild(int parent) {
    int left = 2 * parent + 1;
    return left + 1 < size && items[left + 1] < items[left] ? left + 1 : left;
  }
}
