package gloss.score.ngram;

import gloss.score.token.Tokens;
import java.util.Arrays;

/** Numbers the distinct tokens of a text from 0, and finds those of other texts among them. */
public final class TokenNumbers {
  private static final int LARGE = 1 << 16;

  private int[] first = new int[64];
  private int mask;
  private int[] numbers = new int[64];

  /** Numbers the first {@code length} tokens and appends their numbers to {@code out}. */
  public void number(Tokens tokens, int length, Symbols out) {
    prepare(length);
    int distinct = 0;
    for (int i = 0; i < length; i++) {
      int slot = slot(tokens, i);
      if (first[slot] < 0) {
        first[slot] = i;
        numbers[i] = distinct++;
      } else {
        numbers[i] = numbers[first[slot]];
      }
      out.add(numbers[i]);
    }
  }

  /** Appends the numbers of the tokens from..to; those that the numbered text lacks get -1. */
  public void find(Tokens tokens, int from, int to, Symbols out) {
    for (int i = from; i < to; i++) {
      int known = first[slot(tokens, i)];
      out.add(known < 0 ? -1 : numbers[known]);
    }
  }

  private void prepare(int length) {
    int capacity = Integer.highestOneBit(Math.max(32, 2 * length)) << 1;
    if (first.length < capacity || first.length > Math.max(LARGE, 8 * capacity)) {
      first = new int[capacity];
      numbers = new int[capacity];
    }
    Arrays.fill(first, 0, capacity, -1);
    mask = capacity - 1;
  }

  private int slot(Tokens tokens, int i) {
    int h = tokens.hash(i) * 0x9E3779B9;
    int slot = (h >>> 16 ^ h) & mask;
    while (first[slot] >= 0 && !tokens.same(first[slot], i)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
