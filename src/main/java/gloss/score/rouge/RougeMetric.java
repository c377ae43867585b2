package gloss.score.rouge;

import gloss.score.Decimals;
import gloss.score.Oddity;
import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.Signature;
import gloss.score.TextMetric;
import gloss.score.rouge.overlap.Overlap;
import gloss.score.rouge.overlap.SentencedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One ROUGE metric: for every segment
 *
 * <pre>
 *   P = hits / units of the hypothesis     R = hits / units of the reference     F = 2PR / (P + R)
 * </pre>
 *
 * <p>where units are n-grams or, for {@code rougeL} and {@code rougeLsum}, tokens. Of several
 * references the one with the best F counts, the first of equals. A corpus has the mean of each
 * over its segments; the score is 100 × the mean F. Statistics of a segment, {@code (4)}: P, R, F,
 * 1. The breakdown is a {@link RougeBreakdown}.
 */
public final class RougeMetric implements TextMetric {
  /** The name of the metric that needs sentences. */
  static final String OF_SENTENCES = "rougeLsum";

  private static final Oddity.Worth ANY = Oddity.Worth.atLeast(1);

  private final String name;
  private final Rouge settings;
  private final ThreadLocal<Overlap> overlaps;

  RougeMetric(String name, Rouge settings, Supplier<Overlap> overlap) {
    this.name = name;
    this.settings = settings;
    this.overlaps = ThreadLocal.withInitial(overlap);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Signature signature() {
    return settings.signature("mean");
  }

  Rouge settings() {
    return settings;
  }

  @Override
  public int size() {
    return 4;
  }

  @Override
  public double[] statistics(Segment segment) {
    RougeScore best = best(segment);
    return new double[] {best.precision(), best.recall(), best.fmeasure(), 1};
  }

  /** What the segment itself scores, unrounded. */
  public RougeScore best(Segment segment) {
    SegmentTexts texts = settings.texts(segment);
    Overlap overlap = overlaps.get();
    RougeScore best = compare(overlap, texts.hypothesis(), texts.reference(0));
    for (int i = 1; i < segment.references().size(); i++) {
      RougeScore other = compare(overlap, texts.hypothesis(), texts.reference(i));
      best = other.fmeasure() > best.fmeasure() ? other : best;
    }
    return best;
  }

  private static RougeScore compare(Overlap overlap, SentencedText text, SentencedText reference) {
    double hits = overlap.hits(text, reference);
    return RougeScore.of(hits, overlap.size(text), overlap.size(reference));
  }

  @Override
  public RougeBreakdown breakdown(double[] sums) {
    return RougeBreakdown.mean(sums);
  }

  /** As for a corpus of one; its explanation names the hits. */
  @Override
  public Score score(Segment segment) {
    Score score = TextMetric.super.score(segment);
    RougeBreakdown breakdown = score.breakdown(RougeBreakdown.class);
    return new Score(
        score.name(), breakdown.withMatches(() -> matches(segment)), score.signature());
  }

  private List<String> matches(Segment segment) {
    SegmentTexts texts = settings.texts(segment);
    Overlap overlap = overlaps.get();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < segment.references().size(); i++) {
      lines.add(
          "reference "
              + (i + 1)
              + ": "
              + count(overlap.hits(texts.hypothesis(), texts.reference(i)))
              + " hits among "
              + count(overlap.size(texts.hypothesis()))
              + " of the hypothesis and "
              + count(overlap.size(texts.reference(i)))
              + " of the reference");
    }
    return lines;
  }

  private static String count(double x) {
    return Decimals.fixed(x, 0);
  }

  @Override
  public List<Oddity<Segment>> oddities() {
    Oddity<Segment> noToken =
        new Oddity<>(
            this::losesText,
            ANY,
            "a text has letters, but none that the tokenizer '"
                + settings.tokenizerName()
                + "' keeps, and scores 0; for other scripts than Latin use --rouge-tokenizer"
                + " unicode (in Java: RougeTokenizers.UNICODE)");
    Oddity<Segment> noSentence =
        new Oddity<>(
            this::isOfOneSentence,
            Oddity.Worth.all(),
            "no text has a sentence break, so that it is the same as rougeL; part"
                + " sentences by a string and name it with --sentence-separator, or use"
                + " --split-sentences (in Java: sentences(SentenceSplitter))");
    return name.equals(OF_SENTENCES) ? List.of(noToken, noSentence) : List.of(noToken);
  }

  private boolean losesText(Segment segment) {
    SegmentTexts texts = settings.texts(segment);
    boolean lost = isLost(segment.hypothesis(), texts.hypothesis());
    for (int i = 0; i < segment.references().size() && !lost; i++) {
      lost = isLost(segment.references().get(i), texts.reference(i));
    }
    return lost;
  }

  private static boolean isLost(String text, SentencedText read) {
    return read.size() == 0 && text.codePoints().anyMatch(Character::isLetter);
  }

  private boolean isOfOneSentence(Segment segment) {
    SegmentTexts texts = settings.texts(segment);
    int most = texts.hypothesis().sentences();
    for (int i = 0; i < segment.references().size(); i++) {
      most = Math.max(most, texts.reference(i).sentences());
    }
    return most <= 1;
  }

  @Override
  public String toString() {
    return describe();
  }
}
