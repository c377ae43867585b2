package gloss.score.ngram;

/**
 * Counts the n-grams that a hypothesis shares with its references, each at most as often as it
 * stands in both.
 *
 * <p>Counts are exact for any order up to {@value #MAX_ORDER}. Hypotheses of a sentence's length
 * are sets of places in one word of the machine ({@link WordNgrams}) or in a few ({@link
 * WordsNgrams}); longer ones go through a hash table ({@link HashedNgrams}), so that time and
 * memory grow with length × orders. Used by one thread at a time.
 */
public final class NgramMatcher {
  /** The highest order. */
  public static final int MAX_ORDER = 64;

  private final SharedNgrams word;
  private final SharedNgrams words;
  private final SharedNgrams hashed;
  private SharedNgrams present;

  /** Counts orders 1 to {@code orders}. */
  public NgramMatcher(int orders) {
    if (orders > MAX_ORDER) {
      throw new IllegalArgumentException("orders above " + MAX_ORDER + ": " + orders);
    }
    word = new WordNgrams(orders);
    words = new WordsNgrams(orders);
    hashed = new HashedNgrams(orders);
    present = word;
  }

  /** Starts with a new hypothesis. */
  public void hypothesis(Symbols text) {
    int length = text.size();
    present = length <= WordNgrams.MOST ? word : length <= WordsNgrams.MOST ? words : hashed;
    present.hypothesis(text);
  }

  /** Adds to {@code matches[offset + n − 1]} the n-grams that this reference shares. */
  public void match(Symbols text, double[] matches, int offset) {
    present.match(text, matches, offset);
  }

  /** As {@link #match}, adding only what goes beyond the references before this one. */
  public void matchMore(Symbols text, double[] matches, int offset) {
    present.matchMore(text, matches, offset);
  }
}
