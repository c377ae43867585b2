package gloss.score.bleu;

import gloss.score.Arithmetic;
import gloss.score.Oddity;
import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.Signature;
import gloss.score.SinglePrecision;
import gloss.score.TextMetric;
import gloss.score.ngram.NgramMatcher;
import gloss.score.token.Tokenizer;
import gloss.score.token.Tokenizers;
import gloss.score.token.Tokens;
import gloss.text.InputException;
import gloss.text.LowerCase;
import gloss.text.WhiteSpace;
import java.util.List;

/**
 * BLEU: Papineni et al. (2002), "BLEU: a method for automatic evaluation of machine translation",
 * ACL; equal to sacreBLEU 2.6.
 *
 * <pre>
 *   BLEU = BP · exp( 1/N · Σ_{n=1..N} log p_n )      BP = min(1, exp(1 − r/c))
 * </pre>
 *
 * <p>p_n counts an n-gram at most as often as the reference that has it most; r sums the lengths of
 * the references closest in length to their hypotheses, the shorter one on a tie. Statistics of a
 * segment, {@code (2 + 2N)}: length of the hypothesis, of the closest reference, matches of every
 * order, n-grams of every order. The breakdown is a {@link BleuBreakdown}.
 */
public final class Bleu implements TextMetric, SinglePrecision {
  private static final int TOKENIZED_LINES = 100;

  private static final Oddity<Segment> TOKENIZED =
      new Oddity<>(
          segment -> segment.hypothesis().endsWith(" ."),
          Oddity.Worth.atLeast(TOKENIZED_LINES),
          "100 or more lines end in a tokenized full stop (' .'); give detokenized text, or use"
              + " --force (in Java: tokenizedOnPurpose) if it is meant so");

  private final Tokenizer tokenizer;
  private final Smoothing smoothing;
  private final int maxOrder;
  private final boolean effectiveOrder;
  private final boolean lowercase;
  private final boolean tokenizedOnPurpose;
  private final ThreadLocal<BleuCounter> counters;

  private Bleu(Builder builder) {
    this.tokenizer = builder.tokenizer;
    this.smoothing = builder.smoothing;
    this.maxOrder = builder.maxOrder;
    this.effectiveOrder = builder.effectiveOrder;
    this.lowercase = builder.lowercase;
    this.tokenizedOnPurpose = builder.tokenizedOnPurpose;
    this.counters = ThreadLocal.withInitial(() -> new BleuCounter(this));
  }

  /** The defaults: tokenizer 13a, exponential smoothing, order 4, case-sensitive. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String name() {
    return "BLEU";
  }

  @Override
  public Signature signature() {
    return Signature.empty()
        .with("case", "c", lowercase ? "lc" : "mixed")
        .with("eff", "e", effectiveOrder)
        .with("tok", "tok", tokenizer.name())
        .with("smooth", "s", smoothing.name());
  }

  @Override
  public int size() {
    return 2 + 2 * maxOrder;
  }

  @Override
  public double[] statistics(Segment segment) {
    return counters.get().statistics(segment);
  }

  void tokenize(String text, Tokens out) {
    String cased = lowercase ? LowerCase.of(text) : text;
    tokenizer.tokenize(WhiteSpace.stripTrailing(cased), out);
  }

  /** The tokens of a text as this metric sees them. */
  List<String> tokens(String text) {
    Tokens tokens = new Tokens();
    tokenize(text, tokens);
    return tokens.toList();
  }

  int maxOrder() {
    return maxOrder;
  }

  @Override
  public BleuBreakdown breakdown(double[] sums) {
    return new BleuFormula(smoothing, effectiveOrder, Arithmetic.DOUBLE).apply(sums);
  }

  /** As for a corpus of one; its explanation names the n-grams that were missed. */
  @Override
  public Score score(Segment segment) {
    Score score = TextMetric.super.score(segment);
    BleuBreakdown breakdown = score.breakdown(BleuBreakdown.class);
    return new Score(
        score.name(),
        breakdown.withMissed(() -> MissedNgrams.lines(this, segment)),
        score.signature());
  }

  /** With the effective order, as a single sentence may be too short for a 4-gram. */
  @Override
  public Bleu forSegments() {
    return effectiveOrder
        ? this
        : builder()
            .tokenizer(tokenizer)
            .smoothing(smoothing)
            .maxOrder(maxOrder)
            .effectiveOrder(true)
            .lowercase(lowercase)
            .tokenizedOnPurpose(tokenizedOnPurpose)
            .build();
  }

  @Override
  public Number resampled(float[] sums) {
    double[] widened = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      widened[i] = sums[i];
    }
    return new BleuFormula(smoothing, effectiveOrder, Arithmetic.SINGLE).apply(widened).value();
  }

  /** The reference adds k to counts in an array of integers, where its fraction is lost. */
  @Override
  public double shuffled(double[] sums) {
    return new BleuFormula(smoothing.truncated(), effectiveOrder, Arithmetic.DOUBLE)
        .apply(sums)
        .value();
  }

  @Override
  public List<Oddity<Segment>> oddities() {
    return tokenizedOnPurpose ? List.of() : List.of(TOKENIZED);
  }

  @Override
  public String toString() {
    return describe();
  }

  /** Settings of BLEU. */
  public static final class Builder {
    private Tokenizer tokenizer = Tokenizers.MTEVAL_13A;
    private Smoothing smoothing = Smoothings.EXP;
    private int maxOrder = 4;
    private boolean effectiveOrder;
    private boolean lowercase;
    private boolean tokenizedOnPurpose;

    private Builder() {}

    /** How lines become tokens. */
    public Builder tokenizer(Tokenizer value) {
      tokenizer = value;
      return this;
    }

    /** What orders without a match contribute. */
    public Builder smoothing(Smoothing value) {
      smoothing = value;
      return this;
    }

    /** The longest n-gram, 1 or more. */
    public Builder maxOrder(int value) {
      if (value < 1 || value > NgramMatcher.MAX_ORDER) {
        throw new InputException(
            "the maximum n-gram order must be 1 to "
                + NgramMatcher.MAX_ORDER
                + ", but is "
                + value);
      }
      maxOrder = value;
      return this;
    }

    /** Whether orders longer than every hypothesis are left out of the mean; for sentences. */
    public Builder effectiveOrder(boolean value) {
      effectiveOrder = value;
      return this;
    }

    /** Whether the case of letters is ignored. */
    public Builder lowercase(boolean value) {
      lowercase = value;
      return this;
    }

    /** Whether text that looks tokenized is meant so and needs no warning. */
    public Builder tokenizedOnPurpose(boolean value) {
      tokenizedOnPurpose = value;
      return this;
    }

    /** The metric. */
    public Bleu build() {
      return new Bleu(this);
    }
  }
}
