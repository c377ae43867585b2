package gloss.score.ngram;

import java.util.Arrays;

/**
 * As {@link WordNgrams} for hypotheses of up to {@value #MOST} symbols, whose places take several
 * words. One word after the other is matched; an occurrence in the reference that has used a place
 * in one word uses none in the next.
 */
final class WordsNgrams implements SharedNgrams {
  /** The longest hypothesis; beyond it a hash table is faster. */
  static final int MOST = 8 * Long.SIZE;

  private static final int MOST_WORDS = MOST / Long.SIZE;

  private final int orders;
  private final SymbolNumbers numbers = new SymbolNumbers();
  private int words;

  /** By word, by number of a symbol, its places; none for number 0 and behind the last word. */
  private long[][] places = new long[0][];

  /** By order, by word, the places used by the references so far. */
  private long[][] used = new long[0][];

  /** The reference, in numbers. */
  private int[] symbols = new int[0];

  /** By word, the n-grams of the present order that stand in it. */
  private Alive[] alive = new Alive[0];

  /** By place in the reference, all bits if the n-gram there has used a place. */
  private long[] done = new long[0];

  /** N-grams of the reference with the places where they begin in one word of the hypothesis. */
  private static final class Alive {
    private int[] starts = new int[0];
    private long[] places = new long[0];
    private int count;

    /** Before the first symbol is compared, every n-gram may begin everywhere. */
    void begin(int length) {
      if (starts.length < length) {
        starts = new int[2 * length];
        places = new long[2 * length];
      }
      for (int j = 0; j < length; j++) {
        starts[j] = j;
      }
      Arrays.fill(places, 0, length, -1);
      count = length;
    }
  }

  WordsNgrams(int orders) {
    this.orders = orders;
  }

  @Override
  public void hypothesis(Symbols text) {
    clear(text.size());
    int[] values = text.values();
    for (int i = 0; i < text.size(); i++) {
      places[i / Long.SIZE][numbers.number(values[i])] |= 1L << i;
    }
  }

  private void clear(int length) {
    if (places.length == 0) {
      allocate();
    }
    words = (length + Long.SIZE - 1) / Long.SIZE;
    for (int w = 0; w <= words; w++) {
      Arrays.fill(places[w], 0, length + 1, 0);
    }
    numbers.clear(length);
    forget();
  }

  private void allocate() {
    places = new long[MOST_WORDS + 1][MOST + 1];
    used = new long[orders][MOST_WORDS];
    alive = new Alive[MOST_WORDS];
    Arrays.setAll(alive, w -> new Alive());
  }

  private void forget() {
    for (long[] byWord : used) {
      Arrays.fill(byWord, 0, words, 0);
    }
  }

  @Override
  public void match(Symbols text, double[] matches, int offset) {
    forget();
    matchMore(text, matches, offset);
  }

  @Override
  public void matchMore(Symbols text, double[] matches, int offset) {
    read(text);
    for (int n = 0; n < orders; n++) {
      Arrays.fill(done, 0, text.size(), 0);
      for (int w = 0; w < words; w++) {
        long fresh = use(w, n, text.size() - n);
        matches[offset + n] += Long.bitCount(fresh & ~used[n][w]);
        used[n][w] |= fresh;
      }
    }
  }

  private void read(Symbols text) {
    int length = text.size();
    if (symbols.length < length) {
      symbols = new int[2 * length];
      done = new long[2 * length];
    }
    int[] values = text.values();
    for (int j = 0; j < length; j++) {
      symbols[j] = numbers.find(values[j]);
    }
    for (int w = 0; w < words; w++) {
      alive[w].begin(length);
    }
  }

  /**
   * The places in a word that n-grams of order {@code further + 1} use; they begin in the reference
   * before {@code end}. Without branches, as nobody could predict them.
   */
  private long use(int w, int further, int end) {
    long[] here = places[w];
    long[] behind = places[w + 1];
    int[] starts = alive[w].starts;
    long[] ngrams = alive[w].places;
    int count = alive[w].count;
    long shifted = further == 0 ? 0 : -1;
    int kept = 0;
    long all = 0;
    for (int k = 0; k < count && starts[k] < end; k++) {
      int j = starts[k];
      int symbol = symbols[j + further];
      long over = (behind[symbol] & shifted) << (Long.SIZE - further);
      long at = ngrams[k] & ((here[symbol] >>> further) | over);
      starts[kept] = j;
      ngrams[kept] = at;
      kept += (int) ((at | -at) >>> (Long.SIZE - 1));
      long left = at & ~all & ~done[j];
      all |= left & -left;
      done[j] |= (left | -left) >> (Long.SIZE - 1);
    }
    alive[w].count = kept;
    return all;
  }
}
