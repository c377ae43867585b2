package gloss.score.rouge;

import gloss.score.Segment;
import gloss.score.Signature;
import gloss.score.rouge.overlap.LcsOverlap;
import gloss.score.rouge.overlap.NgramOverlap;
import gloss.score.rouge.overlap.Overlap;
import gloss.score.rouge.overlap.TextReader;
import gloss.score.rouge.overlap.UnionLcsOverlap;
import gloss.score.token.Tokenizer;
import gloss.text.InputException;
import gloss.text.Nearest;
import gloss.text.SentenceSplitter;
import gloss.text.stem.Stemmers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The settings that all ROUGE metrics share, and the metrics with these settings; equal to {@code
 * rouge_score} 0.1.2.
 *
 * <pre>{@code
 * Rouge rouge = Rouge.builder().stem(true).build();
 * Score score = rouge.named("rougeLsum").score(hypotheses, references);
 * }</pre>
 *
 * <p>Metrics of one {@code Rouge} that are given the same segment one after the other read it only
 * once. Immutable.
 */
public final class Rouge {
  /** The longest n-gram that has a name. */
  private static final int LONGEST = 9;

  private static final Map<String, Supplier<Overlap>> INDEX = overlaps();

  private final boolean stem;
  private final Tokenizer tokenizer;
  private final SentenceSplitter splitter;
  private final ThreadLocal<SegmentTexts> texts;

  private Rouge(Builder builder) {
    this.stem = builder.stem;
    this.tokenizer = builder.tokenizer;
    this.splitter = builder.splitter;
    this.texts = ThreadLocal.withInitial(() -> new SegmentTexts(reader(), splitter));
  }

  private static Map<String, Supplier<Overlap>> overlaps() {
    Map<String, Supplier<Overlap>> index = new LinkedHashMap<>();
    for (int n = 1; n <= LONGEST; n++) {
      int order = n;
      index.put("rouge" + n, () -> new NgramOverlap(order));
    }
    index.put("rougeL", LcsOverlap::new);
    index.put(RougeMetric.OF_SENTENCES, UnionLcsOverlap::new);
    return Collections.unmodifiableMap(index);
  }

  /** The defaults: no stemmer, tokens of a to z and 0 to 9, every line is a sentence. */
  public static Builder builder() {
    return new Builder();
  }

  /** Name → how it counts: {@code rouge1} to {@code rouge9}, {@code rougeL}, {@code rougeLsum}. */
  public static Map<String, Supplier<Overlap>> index() {
    return INDEX;
  }

  /**
   * The metric of that name with these settings.
   *
   * @throws InputException if there is none; the nearest name is offered
   */
  public RougeMetric named(String name) {
    Supplier<Overlap> overlap = INDEX.get(name);
    if (overlap == null) {
      throw new InputException(
          "no ROUGE metric is called '" + name + "'" + Nearest.hint(name, INDEX.keySet()));
    }
    return new RougeMetric(name, this, overlap);
  }

  private TextReader reader() {
    return new TextReader(tokenizer, stem ? Rouge::stemmed : token -> token);
  }

  /** Short tokens stay, and so do those with other characters than the stemmer knows. */
  private static String stemmed(String token) {
    return token.length() > 3 && token.chars().allMatch(Rouge::isPlain)
        ? Stemmers.NLTK.stem(token)
        : token;
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  String tokenizerName() {
    return tokenizer.name();
  }

  SegmentTexts texts(Segment segment) {
    SegmentTexts read = texts.get();
    read.read(segment);
    return read;
  }

  Signature signature(String aggregation) {
    return Signature.empty()
        .with("flavor", "fl", "rouge_score")
        .with("stem", "st", stem ? Stemmers.NLTK.name() : "no")
        .with("tok", "tok", tokenizer.name())
        .with("sent", "se", splitter.name())
        .with("agg", "ag", aggregation);
  }

  /** Settings of ROUGE. */
  public static final class Builder {
    private boolean stem;
    private Tokenizer tokenizer = RougeTokenizers.LATIN;
    private SentenceSplitter splitter = SentenceSplitter.LINES;

    private Builder() {}

    /** Whether words of more than three letters are compared by their stems; for English. */
    public Builder stem(boolean value) {
      stem = value;
      return this;
    }

    /** How sentences become tokens; see {@link RougeTokenizers}. */
    public Builder tokenizer(Tokenizer value) {
      tokenizer = value;
      return this;
    }

    /** What parts the sentences of a text; what it drops is no part of the text. */
    public Builder sentences(SentenceSplitter value) {
      splitter = value;
      return this;
    }

    /** The settings, checked. */
    public Rouge build() {
      return new Rouge(this);
    }
  }
}
