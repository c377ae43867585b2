package gloss.score.rouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.score.Accumulator;
import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.significance.Bootstrap;
import gloss.score.significance.Evaluation;
import gloss.text.InputException;
import gloss.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RougeTest {
  private static final Rouge ROUGE = Rouge.builder().build();
  private static final Rouge STEMMED = Rouge.builder().stem(true).build();
  private static final double TINY = 1e-12;

  private static RougeScore score(String name, String hypothesis, String... references) {
    return ROUGE.named(name).best(Segment.of(hypothesis, references));
  }

  @Test
  void ngrams() {
    // Shared: the, cat (of "the cat sat" and "the cat was here").
    RougeScore one = score("rouge1", "The cat sat.", "the cat was here");
    assertThat(one.precision()).isCloseTo(2 / 3.0, within(TINY));
    assertThat(one.recall()).isCloseTo(0.5, within(TINY));
    assertThat(one.fmeasure()).isCloseTo(4 / 7.0, within(TINY));
    RougeScore two = score("rouge2", "The cat sat.", "the cat was here");
    assertThat(two.precision()).isCloseTo(0.5, within(TINY));
    assertThat(two.recall()).isCloseTo(1 / 3.0, within(TINY));
    assertThat(score("rouge4", "The cat sat.", "the cat was here").fmeasure()).isZero();
  }

  @Test
  void repeatedWordsAreClipped() {
    RougeScore score = score("rouge1", "the the the the", "the cat");
    assertThat(score.precision()).isEqualTo(0.25);
    assertThat(score.recall()).isEqualTo(0.5);
  }

  @Test
  void longestCommonSubsequence() {
    RougeScore score = score("rougeL", "police killed the gunman", "police kill the gunman");
    assertThat(score.fmeasure()).isEqualTo(0.75);
    RougeMetric stemmed = STEMMED.named("rougeL");
    assertThat(stemmed.best(Segment.of("police killed the gunman", "police kill the gunman")))
        .isEqualTo(new RougeScore(1, 1, 1));
  }

  @Test
  void unionOverSentences() {
    // Lin (2004): w1 w2 w3 w4 w5 against w1 w2 w6 w7 w8 and w1 w3 w8 w9 w5 share w1 w2 w3 w5.
    RougeScore score = score("rougeLsum", "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", "w1 w2 w3 w4 w5");
    assertThat(score.recall()).isCloseTo(4 / 5.0, within(TINY));
    assertThat(score.precision()).isCloseTo(4 / 10.0, within(TINY));
  }

  @Test
  void aTokenOfTheHypothesisCountsOnce() {
    RougeScore score = score("rougeLsum", "a b", "a b\na b");
    assertThat(score.recall()).isEqualTo(0.5);
    assertThat(score.precision()).isEqualTo(1);
  }

  @Test
  void theReferenceWithTheBestFCounts() {
    RougeScore score = score("rouge1", "a b", "a b c d e f", "a b c", "x");
    assertThat(score.recall()).isCloseTo(2 / 3.0, within(TINY));
    assertThat(score).isEqualTo(score("rouge1", "a b", "a b c"));
  }

  @Test
  void aCorpusHasTheMeanOverItsSegments() {
    Score score = ROUGE.named("rouge1").score(List.of("a b", "c"), List.of("a x", "c"));
    assertThat(score.value()).isEqualTo(75);
    assertThat(score.text(2))
        .isEqualTo("rouge1|" + score.signature() + " = 75.00 (P = 75.0 R = 75.0)");
    assertThat(score.signature().toString())
        .startsWith("nrefs:1|flavor:rouge_score|stem:no|tok:latin|sent:lines|agg:mean|version:");
    assertThat(score.json(1))
        .contains("\"score\": 75.0", "\"precision\": 0.75", "\"recall\": 0.75")
        .contains("\"fmeasure\": 0.75");
  }

  @Test
  void explainsASegment() {
    Score score = ROUGE.named("rouge2").score(Segment.of("a b c", "a b x", "y"));
    assertThat(score.explain())
        .contains("precision 0.5000, recall 0.5000, F 0.5000")
        .contains("reference 1: 1 hits among 2 of the hypothesis and 2 of the reference")
        .contains("reference 2: 0 hits among 2 of the hypothesis and 0 of the reference");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rouge1", "rouge2", "rouge9", "rougeL", "rougeLsum"})
  void nothingScoresNothing(String name) {
    RougeScore zero = new RougeScore(0, 0, 0);
    assertThat(score(name, "", "a b c")).isEqualTo(zero);
    assertThat(score(name, "a b c", "")).isEqualTo(zero);
    assertThat(score(name, "", "")).isEqualTo(zero);
    assertThat(score(name, "\n\n", "...")).isEqualTo(zero);
  }

  @Test
  void anUnknownNameIsMet() {
    assertThatThrownBy(() -> ROUGE.named("rougel"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did you mean 'rougeL'?");
    assertThatThrownBy(() -> ROUGE.named("rouge0")).isInstanceOf(InputException.class);
  }

  @Test
  void aSeparatorIsNoWord() {
    Rouge marked = Rouge.builder().sentences(SentenceSplitter.separator("<q>")).build();
    Segment segment = Segment.of("c d<q>a b", "a b<q>c d");
    assertThat(marked.named("rouge1").best(segment).precision()).isEqualTo(1);
    assertThat(marked.named("rougeLsum").best(segment).fmeasure()).isEqualTo(1);
    assertThat(marked.named("rougeL").best(segment).fmeasure()).isEqualTo(0.5);
    assertThat(marked.named("rouge1").signature().toString()).contains("sent:separator[<q>]");
    assertThat(ROUGE.named("rouge1").best(segment).precision()).isEqualTo(1);
  }

  private static List<String> notices(Rouge rouge, String name, Segment... segments) {
    Accumulator<Segment> sum = rouge.named(name).accumulator();
    List.of(segments).forEach(sum::add);
    return sum.notices();
  }

  @Test
  void saysWhenNoTextHasASentenceBreak() {
    Segment one = Segment.of("a b", "a b");
    Segment two = Segment.of("a\nb", "a b");
    assertThat(notices(ROUGE, "rougeLsum", one, one))
        .singleElement()
        .asString()
        .contains("--sentence-separator");
    assertThat(notices(ROUGE, "rougeLsum", one, two)).isEmpty();
    assertThat(notices(ROUGE, "rougeL", one, one)).isEmpty();
  }

  @Test
  void saysWhenTheTokenizerKeepsNothing() {
    Segment chinese = Segment.of("我爱你", "我爱你");
    Segment dots = Segment.of("...", "a\nb");
    assertThat(notices(ROUGE, "rouge1", chinese, dots))
        .singleElement()
        .asString()
        .contains("--rouge-tokenizer unicode");
    assertThat(notices(ROUGE, "rouge1", dots)).isEmpty();
    Rouge unicode = Rouge.builder().tokenizer(RougeTokenizers.UNICODE).build();
    assertThat(notices(unicode, "rouge1", chinese)).isEmpty();
    assertThat(unicode.named("rouge1").best(chinese).fmeasure()).isEqualTo(1);
    assertThat(unicode.named("rouge1").toString()).contains("tok:unicode");
  }

  @Property(tries = 200)
  void scoresLieBetween0And1(
      @ForAll @StringLength(max = 60) String hypothesis,
      @ForAll @StringLength(max = 60) String reference) {
    for (String name : Rouge.index().keySet()) {
      RougeScore score = STEMMED.named(name).best(Segment.of(hypothesis, reference));
      RougeScore turned = STEMMED.named(name).best(Segment.of(reference, hypothesis));
      assertThat(score.fmeasure()).isBetween(0.0, 1.0);
      if (!name.equals(RougeMetric.OF_SENTENCES)) {
        assertThat(turned.precision()).isEqualTo(score.recall());
        assertThat(turned.fmeasure()).isCloseTo(score.fmeasure(), within(TINY));
      }
    }
  }

  @Property(tries = 100)
  void orderAndMergingChangeNothing(
      @ForAll @Size(min = 2, max = 12) List<@StringLength(max = 20) String> texts,
      @ForAll long seed) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      segments.add(Segment.of("a b c " + texts.get(i), "b c " + texts.get(texts.size() - 1 - i)));
    }
    RougeMetric metric = ROUGE.named("rougeLsum");
    double value = metric.score(segments).value();
    Collections.shuffle(segments, new Random(seed));
    Accumulator<Segment> left = metric.accumulator();
    Accumulator<Segment> right = metric.accumulator();
    for (Segment segment : segments) {
      (new Random(seed + segment.hashCode()).nextBoolean() ? left : right).add(segment);
    }
    left.merge(right);
    assertThat(left.score().value()).isEqualTo(value);
  }

  @Test
  void confidenceAsForOtherMetrics() {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      segments.add(Segment.of("a b c", i % 3 == 0 ? "a b c" : "a x y"));
    }
    Score score = new Bootstrap(200).confidence(Evaluation.of(ROUGE.named("rouge1"), segments));
    assertThat(score.confidence()).isPresent();
    assertThat(score.confidence().orElseThrow().halfWidth()).isBetween(1.0, 30.0);
    assertThat(score.confidence().orElseThrow().mean()).isCloseTo(score.value(), within(5.0));
  }

  @Test
  void aMegabyteIsNoTrap() {
    StringBuilder words = new StringBuilder();
    Random random = new Random(3);
    for (int i = 0; i < 170_000; i++) {
      words.append((char) ('a' + random.nextInt(26))).append(random.nextInt(2000)).append(' ');
    }
    String one = words.toString();
    String other = words.reverse().toString();
    assertThat(score("rougeL", one, other).fmeasure()).isBetween(0.0, 1.0);
    RougeScore sum = score("rougeLsum", one, other);
    assertThat(sum.fmeasure()).isBetween(0.0, 1.0);
    assertThat(score("rougeLsum", one, one).fmeasure()).isEqualTo(1);
  }
}
