package gloss.score.ter;

import gloss.score.Segment;
import gloss.score.Signature;
import gloss.score.SinglePrecision;
import gloss.score.TextMetric;

/**
 * TER: Snover et al. (2006), "A study of translation edit rate with targeted human annotation",
 * AMTA; equal to sacreBLEU 2.6.
 *
 * <pre>
 *   TER = 100 · Σ edits / Σ mean reference length
 * </pre>
 *
 * <p>Edits insert, delete or substitute a word, or shift a sequence of words; of several references
 * the one with the fewest counts. The score may exceed 100; it is 100 if there are edits but no
 * reference words. Statistics of a segment, {@code (2)}: edits, mean length of its references. The
 * breakdown is a {@link TerBreakdown}. At most 1000 shifts are tried per segment and reference and
 * the edit distance keeps to a beam, so that time grows with the length of a line, not with its
 * square.
 */
public final class Ter implements TextMetric, SinglePrecision {
  private final TercomTokenizer tokenizer;
  private final ThreadLocal<TerCounter> counters;

  private Ter(TercomTokenizer tokenizer) {
    this.tokenizer = tokenizer;
    this.counters = ThreadLocal.withInitial(() -> new TerCounter(tokenizer));
  }

  /** The defaults of Tercom: case is ignored, words are what white space parts. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String name() {
    return "TER";
  }

  @Override
  public Signature signature() {
    return Signature.empty()
        .with("case", "c", tokenizer.caseSensitive() ? "mixed" : "lc")
        .with("tok", "t", tokenizer.name())
        .with("norm", "nr", tokenizer.normalized())
        .with("punct", "pn", !tokenizer.noPunctuation())
        .with("asian", "as", tokenizer.asianSupport());
  }

  @Override
  public int size() {
    return 2;
  }

  @Override
  public double[] statistics(Segment segment) {
    return counters.get().statistics(segment);
  }

  @Override
  public TerBreakdown breakdown(double[] sums) {
    return new TerBreakdown(shuffled(sums), (long) sums[0], sums[1]);
  }

  @Override
  public double shuffled(double[] sums) {
    if (sums[1] > 0) {
      return 100 * (sums[0] / sums[1]);
    }
    return sums[0] > 0 ? 100 : 0;
  }

  @Override
  public Number resampled(float[] sums) {
    if (sums[1] > 0) {
      return 100 * (sums[0] / sums[1]);
    }
    return sums[0] > 0 ? 100.0 : 0.0;
  }

  @Override
  public boolean higherIsBetter() {
    return false;
  }

  @Override
  public String toString() {
    return describe();
  }

  /** Settings of TER. */
  public static final class Builder {
    private boolean normalized;
    private boolean noPunctuation;
    private boolean asianSupport;
    private boolean caseSensitive;

    private Builder() {}

    /** Whether entities are restored and punctuation is split off. */
    public Builder normalized(boolean value) {
      normalized = value;
      return this;
    }

    /** Whether punctuation is removed. */
    public Builder noPunctuation(boolean value) {
      noPunctuation = value;
      return this;
    }

    /** Whether normalizing and removing also know Chinese and Japanese characters. */
    public Builder asianSupport(boolean value) {
      asianSupport = value;
      return this;
    }

    /** Whether the case of letters matters. */
    public Builder caseSensitive(boolean value) {
      caseSensitive = value;
      return this;
    }

    /** The metric. */
    public Ter build() {
      return new Ter(new TercomTokenizer(normalized, noPunctuation, asianSupport, caseSensitive));
    }
  }
}
