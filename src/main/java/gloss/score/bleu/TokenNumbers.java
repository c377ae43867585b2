package gloss.score.bleu;

import gloss.score.token.Tokens;
import java.util.Arrays;

/** Numbers the distinct tokens of a text from 0, and finds those of other texts among them. */
final class TokenNumbers {
  private static final int LARGE = 1 << 16;

  private int[] first = new int[64];
  private int mask;
  private int[] of = new int[64];

  /** Numbers the first {@code length} tokens. */
  void number(Tokens tokens, int length) {
    int capacity = Integer.highestOneBit(Math.max(32, 2 * length)) << 1;
    if (first.length < capacity || first.length > Math.max(LARGE, 8 * capacity)) {
      first = new int[capacity];
    }
    Arrays.fill(first, 0, capacity, -1);
    mask = capacity - 1;
    ensure(tokens.size());
    int distinct = 0;
    for (int i = 0; i < length; i++) {
      int slot = slot(tokens, i);
      if (first[slot] < 0) {
        first[slot] = i;
        of[i] = distinct++;
      } else {
        of[i] = of[first[slot]];
      }
    }
  }

  /** Finds the tokens from..to; those that the numbered text lacks get -1. */
  void find(Tokens tokens, int from, int to) {
    ensure(to);
    for (int i = from; i < to; i++) {
      int slot = slot(tokens, i);
      of[i] = first[slot] < 0 ? -1 : of[first[slot]];
    }
  }

  /** The number of token {@code i}. */
  int of(int i) {
    return of[i];
  }

  private int slot(Tokens tokens, int i) {
    int h = tokens.hash(i) * 0x9E3779B9;
    int slot = (h >>> 16 ^ h) & mask;
    while (first[slot] >= 0 && !tokens.same(first[slot], i)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void ensure(int size) {
    if (of.length < size) {
      of = Arrays.copyOf(of, Math.max(size, 2 * of.length));
    } else if (of.length > Math.max(LARGE, 8 * size)) {
      of = Arrays.copyOf(of, size);
    }
  }
}
