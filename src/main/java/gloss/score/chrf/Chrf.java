package gloss.score.chrf;

import gloss.score.Arithmetic;
import gloss.score.Segment;
import gloss.score.Signature;
import gloss.score.SinglePrecision;
import gloss.score.TextMetric;
import gloss.score.ngram.NgramMatcher;
import gloss.text.InputException;

/**
 * chrF: Popović (2015), "chrF: character n-gram F-score for automatic MT evaluation", WMT; with
 * words chrF++: Popović (2017), "chrF++: words helping character n-grams", WMT. Equal to sacreBLEU
 * 2.6.
 *
 * <pre>
 *   chrFβ = 100 · (1 + β²) · P · R / (β² · P + R)
 * </pre>
 *
 * <p>P and R are the means over the orders of n-gram precision and recall, over those orders that
 * have n-grams on both sides. Of several references the one with the best score of the segment
 * counts, the first on a tie. Statistics of a segment, {@code (3 · (char order + word order))}: for
 * each order the n-grams of the hypothesis (0 if the reference has none of that order), of the
 * reference, and shared. The breakdown is a {@link ChrfBreakdown}.
 */
public final class Chrf implements TextMetric, SinglePrecision {
  private final int charOrder;
  private final int wordOrder;
  private final int beta;
  private final boolean lowercase;
  private final boolean whitespace;
  private final boolean epsSmoothing;
  private final ThreadLocal<ChrfCounter> counters;

  private Chrf(Builder builder) {
    this.charOrder = builder.charOrder;
    this.wordOrder = builder.wordOrder;
    this.beta = builder.beta;
    this.lowercase = builder.lowercase;
    this.whitespace = builder.whitespace;
    this.epsSmoothing = builder.epsSmoothing;
    this.counters = ThreadLocal.withInitial(() -> new ChrfCounter(this));
  }

  /** The defaults: characters to order 6, no words, β = 2, case-sensitive, without white space. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String name() {
    return "chrF" + beta + "+".repeat(wordOrder);
  }

  @Override
  public Signature signature() {
    return Signature.empty()
        .with("case", "c", lowercase ? "lc" : "mixed")
        .with("eff", "e", !epsSmoothing)
        .with("nc", "nc", charOrder)
        .with("nw", "nw", wordOrder)
        .with("space", "s", whitespace);
  }

  @Override
  public int size() {
    return 3 * (charOrder + wordOrder);
  }

  @Override
  public double[] statistics(Segment segment) {
    return counters.get().statistics(segment);
  }

  @Override
  public ChrfBreakdown breakdown(double[] sums) {
    return new ChrfBreakdown(value(sums), charOrder, ChrfBreakdown.list(sums));
  }

  double value(double[] sums) {
    return formula(Arithmetic.DOUBLE).apply(sums).doubleValue();
  }

  @Override
  public Number resampled(float[] sums) {
    double[] widened = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      widened[i] = sums[i];
    }
    return formula(Arithmetic.SINGLE).apply(widened);
  }

  @Override
  public double shuffled(double[] sums) {
    return value(sums);
  }

  private ChrfFormula formula(Arithmetic arithmetic) {
    return new ChrfFormula(beta, epsSmoothing, arithmetic);
  }

  int charOrder() {
    return charOrder;
  }

  int wordOrder() {
    return wordOrder;
  }

  boolean lowercase() {
    return lowercase;
  }

  boolean whitespace() {
    return whitespace;
  }

  @Override
  public String toString() {
    return describe();
  }

  /** Settings of chrF. */
  public static final class Builder {
    private int charOrder = 6;
    private int wordOrder;
    private int beta = 2;
    private boolean lowercase;
    private boolean whitespace;
    private boolean epsSmoothing;

    private Builder() {}

    /** The longest n-gram of characters. */
    public Builder charOrder(int value) {
      charOrder = checked("character", value);
      return this;
    }

    /** The longest n-gram of words: 0 for chrF, 2 for chrF++. */
    public Builder wordOrder(int value) {
      wordOrder = checked("word", value);
      return this;
    }

    private static int checked(String what, int value) {
      if (value < 0 || value > NgramMatcher.MAX_ORDER) {
        throw new InputException(
            "the " + what + " order must be 0 to " + NgramMatcher.MAX_ORDER + ", but is " + value);
      }
      return value;
    }

    /** How many times recall weighs more than precision. */
    public Builder beta(int value) {
      if (value < 0 || value > 1000) {
        throw new InputException("beta must be 0 to 1000, but is " + value);
      }
      beta = value;
      return this;
    }

    /** Whether the case of letters is ignored. */
    public Builder lowercase(boolean value) {
      lowercase = value;
      return this;
    }

    /** Whether white space counts as characters. */
    public Builder whitespace(boolean value) {
      whitespace = value;
      return this;
    }

    /**
     * Whether to take the mean of the F-scores of all orders, an empty order counting as 1e-16, as
     * chrF++.py, NLTK and Moses do.
     */
    public Builder epsSmoothing(boolean value) {
      epsSmoothing = value;
      return this;
    }

    /** The metric. */
    public Chrf build() {
      if (charOrder + wordOrder == 0) {
        throw new InputException("chrF needs a character order or a word order above 0");
      }
      return new Chrf(this);
    }
  }
}
