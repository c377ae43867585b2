package gloss.score.rouge.overlap;

import gloss.score.ngram.NgramMatcher;
import java.util.Arrays;

/** n-grams of one order, each counted at most as often as it stands in both texts. */
public final class NgramOverlap implements Overlap {
  private final int order;
  private final NgramMatcher matcher;
  private final double[] matches;

  /** Counts n-grams of this order, 1 or more. */
  public NgramOverlap(int order) {
    this.order = order;
    this.matcher = new NgramMatcher(order);
    this.matches = new double[order];
  }

  @Override
  public double hits(SentencedText hypothesis, SentencedText reference) {
    matcher.hypothesis(hypothesis.tokens());
    Arrays.fill(matches, 0);
    matcher.match(reference.tokens(), matches, 0);
    return matches[order - 1];
  }

  @Override
  public double size(SentencedText text) {
    return Math.max(0, text.size() - order + 1);
  }
}
