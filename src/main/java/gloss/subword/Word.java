package gloss.subword;

/** A word of the corpus, as the symbols that it consists of so far, and how often it occurs. */
final class Word {
  private final int[] symbols;
  private final long count;
  private int length;

  /** Takes over the array. */
  Word(int[] symbols, long count) {
    this.symbols = symbols;
    this.count = count;
    this.length = symbols.length;
  }

  /** Adds the word's pairs to the counts, where {@code index} stands for this word. */
  void countPairs(PairCounts pairs, int index) {
    for (int i = 1; i < length; i++) {
      pairs.add(symbols[i - 1], symbols[i], index, count);
    }
  }

  /** Merges a pair from left to right; the counts fit the word after every step. */
  void merge(int left, int right, int merged, PairCounts pairs, int index) {
    int out = 0;
    int in = 0;
    while (in < length) {
      if (in + 1 == length || symbols[in] != left || symbols[in + 1] != right) {
        symbols[out++] = symbols[in++];
        continue;
      }
      in += 2;
      pairs.remove(left, right, count);
      if (out > 0) {
        pairs.remove(symbols[out - 1], left, count);
        pairs.add(symbols[out - 1], merged, index, count);
      }
      if (in < length) {
        pairs.remove(right, symbols[in], count);
        pairs.add(merged, symbols[in], index, count);
      }
      symbols[out++] = merged;
    }
    length = out;
  }
}
