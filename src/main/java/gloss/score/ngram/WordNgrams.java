package gloss.score.ngram;

import java.util.Arrays;

/**
 * Shared n-grams of a hypothesis of up to {@value #MOST} symbols, whose places are the bits of a
 * {@code long}.
 *
 * <p>With {@code P[s]} the places of symbol s, the n-gram s₁…sₙ stands at the places {@code P[s₁] &
 * P[s₂] >>> 1 & … & P[sₙ] >>> n − 1} (shift-and: Baeza-Yates and Gonnet 1992, "A new approach to
 * text searching"). Every occurrence in the reference uses up the first of these places that is
 * left. As different n-grams never stand at the same place, the places used are the shared n-grams,
 * each counted at most as often as it stands in both; and the places used by any of several
 * references are those used by the one that has the n-gram most often.
 */
final class WordNgrams implements SharedNgrams {
  /** The longest hypothesis. */
  static final int MOST = Long.SIZE;

  private final int orders;
  private final SymbolNumbers numbers = new SymbolNumbers();

  /** By the number of a symbol; symbols that the hypothesis lacks have number 0 and no place. */
  private final long[] places = new long[MOST + 1];

  /** By order, the places used by the references so far. */
  private final long[] used;

  // By place in the reference: where its symbol stands, and where the n-gram begins that begins
  // here.
  private long[] symbolAt = new long[MOST];
  private long[] ngramAt = new long[MOST];

  WordNgrams(int orders) {
    this.orders = orders;
    this.used = new long[orders];
  }

  @Override
  public void hypothesis(Symbols text) {
    Arrays.fill(places, 0);
    Arrays.fill(used, 0);
    numbers.clear(MOST);
    int[] symbols = text.values();
    for (int i = 0; i < text.size(); i++) {
      places[numbers.number(symbols[i])] |= 1L << i;
    }
  }

  @Override
  public void match(Symbols text, double[] matches, int offset) {
    Arrays.fill(used, 0);
    matchMore(text, matches, offset);
  }

  @Override
  public void matchMore(Symbols text, double[] matches, int offset) {
    read(text);
    long fresh = -1;
    for (int n = 0; n < orders && fresh != 0; n++) {
      fresh = use(n, text.size() - n);
      matches[offset + n] += Long.bitCount(fresh & ~used[n]);
      used[n] |= fresh;
    }
  }

  private void read(Symbols text) {
    int length = text.size();
    if (symbolAt.length < length) {
      symbolAt = new long[2 * length];
      ngramAt = new long[2 * length];
    }
    int[] symbols = text.values();
    for (int j = 0; j < length; j++) {
      symbolAt[j] = places[numbers.find(symbols[j])];
    }
    System.arraycopy(symbolAt, 0, ngramAt, 0, length);
  }

  /** The places that the n-grams of order {@code further + 1} use; there are {@code count}. */
  private long use(int further, int count) {
    long[] ngrams = ngramAt;
    long[] symbols = symbolAt;
    long all = 0;
    for (int j = 0; j < count; j++) {
      long at = ngrams[j] & (symbols[j + further] >>> further);
      ngrams[j] = at;
      long left = at & ~all;
      all |= left & -left;
    }
    return all;
  }
}
