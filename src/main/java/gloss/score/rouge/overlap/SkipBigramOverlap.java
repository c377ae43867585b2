package gloss.score.rouge.overlap;

import gloss.score.ngram.Symbols;
import gloss.text.InputException;

/**
 * ROUGE-S and ROUGE-SU (Lin 2004, section 5): pairs of tokens in the order of the text with at most
 * so many others between them, each counted at most as often as it stands in both texts. With
 * unigrams, every token but the last counts too, as in ROUGE-1.5.5.
 */
public final class SkipBigramOverlap implements Overlap {
  private static final long MOST_PAIRS = 1L << 32;

  private final int gap;
  private final boolean unigrams;
  private final Places inHypothesis = new Places();
  private final Places inReference = new Places();
  private int[] followers = new int[256];

  /** Counts pairs with at most {@code gap} tokens between them; below 0 there is no limit. */
  public SkipBigramOverlap(int gap, boolean unigrams) {
    this.gap = gap;
    this.unigrams = unigrams;
  }

  @Override
  public double hits(SentencedText hypothesis, SentencedText reference) {
    Symbols h = hypothesis.tokens();
    Symbols r = reference.tokens();
    check(hypothesis);
    check(reference);
    int tokens = 1 + Math.max(inHypothesis.sort(h), inReference.sort(r));
    if (followers.length < tokens) {
      followers = new int[tokens + tokens / 2];
    }
    long hits = 0;
    for (int token = 0; token < tokens; token++) {
      int inBoth = Math.min(inHypothesis.count(token), inReference.count(token));
      if (inBoth > 0) {
        hits += hitsBehind(token, h, r);
      }
    }
    return hits;
  }

  private long hitsBehind(int token, Symbols h, Symbols r) {
    countFollowers(token, h, 1);
    long hits = 0;
    int singles = 0;
    for (int p = inReference.from(token); p < inReference.to(token); p++) {
      int i = inReference.place(p);
      singles += i + 1 < r.size() ? 1 : 0;
      for (int j = i + 1; j < end(i, r.size()); j++) {
        int follower = r.get(j);
        if (follower < followers.length && followers[follower] > 0) {
          followers[follower]--;
          hits++;
        }
      }
    }
    countFollowers(token, h, 0);
    return unigrams ? hits + Math.min(singles, singles(token, h)) : hits;
  }

  /** Adds 1 to every follower in the hypothesis, or sets all of them to 0. */
  private void countFollowers(int token, Symbols h, int added) {
    for (int p = inHypothesis.from(token); p < inHypothesis.to(token); p++) {
      int i = inHypothesis.place(p);
      for (int j = i + 1; j < end(i, h.size()); j++) {
        int follower = h.get(j);
        followers[follower] = added == 0 ? 0 : followers[follower] + added;
      }
    }
  }

  private int singles(int token, Symbols h) {
    boolean last = h.get(h.size() - 1) == token;
    return inHypothesis.count(token) - (last ? 1 : 0);
  }

  private int end(int i, int size) {
    return gap < 0 ? size : (int) Math.min(size, (long) i + gap + 2);
  }

  @Override
  public double size(SentencedText text) {
    return pairs(text.size()) + (unigrams ? Math.max(0, text.size() - 1) : 0);
  }

  private double pairs(long size) {
    long reach = gap < 0 ? size : Math.min(size, gap + 1L);
    // The last `reach` tokens have fewer than `reach` behind them.
    long full = Math.max(0, size - reach);
    return full * reach + reach * (reach - 1) / 2;
  }

  private void check(SentencedText text) {
    if (pairs(text.size()) > MOST_PAIRS) {
      throw new InputException(
          "a text of "
              + text.size()
              + " tokens has too many skip-bigrams; limit the gap (-2) or shorten the text (-l)");
    }
  }
}
