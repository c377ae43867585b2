package gloss.score.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.score.Confidence;
import gloss.score.Examples;
import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.Segments;
import gloss.score.TextMetric;
import gloss.score.bleu.Bleu;
import gloss.score.chrf.Chrf;
import gloss.score.ter.Ter;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expected values were printed by sacreBLEU 2.6.0 with NumPy 2. */
class SignificanceTest {
  private static final TextMetric BLEU = Bleu.builder().build();
  private static final TextMetric CHRF = Chrf.builder().build();
  private static final TextMetric TER = Ter.builder().build();

  private static List<Evaluation<Segment>> systems(TextMetric metric) {
    return List.of(
        Evaluation.of(metric, Examples.single()),
        Evaluation.of(metric, Segments.of(Examples.SECOND, Examples.FIRST)));
  }

  @Test
  void interval() {
    checkInterval(BLEU, 44.304661712034715, 46.75499683004279);
    checkInterval(CHRF, 52.55083084106445, 37.63098907470703);
    checkInterval(TER, 48.71282196044922, 39.28571319580078);
  }

  private static void checkInterval(TextMetric metric, double mean, double halfWidth) {
    Score score = new Bootstrap(100).confidence(systems(metric).get(0));
    Confidence interval = score.confidence().orElseThrow();
    assertThat(interval.mean()).isCloseTo(mean, within(1e-12));
    assertThat(interval.halfWidth()).isCloseTo(halfWidth, within(1e-12));
    assertThat(score.signature().toString()).contains("nrefs:1|bs:100|seed:12345|case:");
  }

  @Test
  void pairedBootstrap() {
    checkBootstrap(BLEU, 22.633214057871427, 0.04477611940298507, 1e-12);
    checkBootstrap(CHRF, 39.6661, 0.04477611940298507, 1e-4);
    checkBootstrap(TER, 64.952194, 0.004975124378109453, 1e-5);
  }

  private static void checkBootstrap(TextMetric metric, double mean, double p, double tolerance) {
    List<Comparison> comparisons = new PairedBootstrap(200).compare(systems(metric));
    assertThat(comparisons.get(0).pValue()).isEmpty();
    Comparison second = comparisons.get(1);
    assertThat(second.pValue()).hasValue(p);
    assertThat(second.score().confidence().orElseThrow().mean()).isCloseTo(mean, within(tolerance));
    assertThat(second.isSignificant(0.05)).isTrue();
  }

  @Test
  void approximateRandomization() {
    for (TextMetric metric : List.of(BLEU, CHRF, TER)) {
      List<Comparison> comparisons = new ApproximateRandomization(200).compare(systems(metric));
      assertThat(comparisons.get(1).pValue()).hasValue(0.004975124378109453);
      assertThat(comparisons.get(1).score().confidence()).isEmpty();
    }
  }

  @Test
  void randomizationWithIntervals() {
    List<Comparison> comparisons =
        new ApproximateRandomization(200, 50, Seed.DEFAULT, TrialRunner.threads(1))
            .compare(systems(TER));
    Score first = comparisons.get(0).score();
    Score second = comparisons.get(1).score();
    assertThat(first.confidence().orElseThrow().mean()).isCloseTo(47.552017, within(1e-6));
    assertThat(second.confidence().orElseThrow().mean()).isCloseTo(63.580223, within(1e-6));
    assertThat(second.signature().toString()).startsWith("nrefs:1|bs:50|ar:200|seed:12345|case:lc");
  }

  @Test
  void threadsLeaveNoTrace() {
    List<Segment> one = random(1);
    List<Segment> two = random(2);
    for (TextMetric metric : List.of(BLEU, CHRF, TER)) {
      List<Evaluation<Segment>> systems =
          List.of(Evaluation.of(metric, one), Evaluation.of(metric, two));
      assertThat(new PairedBootstrap(60, Seed.DEFAULT, TrialRunner.threads(4)).compare(systems))
          .isEqualTo(
              new PairedBootstrap(60, Seed.DEFAULT, TrialRunner.threads(1)).compare(systems));
      assertThat(
              new ApproximateRandomization(60, 0, Seed.DEFAULT, TrialRunner.threads(4))
                  .compare(systems))
          .isEqualTo(
              new ApproximateRandomization(60, 0, Seed.DEFAULT, TrialRunner.threads(1))
                  .compare(systems));
    }
  }

  /** Three references make mean lengths that are no whole numbers. */
  private static List<Segment> random(int seed) {
    Random random = new Random(seed);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      segments.add(Segment.of(text(random), text(random), text(random), text(random)));
    }
    return segments;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int words = random.nextInt(12);
    for (int w = 0; w < words; w++) {
      text.append((char) ('a' + random.nextInt(5))).append(' ');
    }
    return text.toString();
  }

  /** Only larger differences count, and none is larger than none: so does the reference. */
  @Test
  void aSystemAgainstItselfHasTheSmallestPValue() {
    List<Segment> one = random(1);
    List<Evaluation<Segment>> same = List.of(Evaluation.of(BLEU, one), Evaluation.of(BLEU, one));
    assertThat(new ApproximateRandomization(49).compare(same).get(1).pValue()).hasValue(0.02);
    assertThat(new PairedBootstrap(49).compare(same).get(1).pValue()).hasValue(0.02);
  }

  @Test
  void differentNumbersOfSegmentsAreRefused() {
    List<Evaluation<Segment>> systems =
        List.of(
            Evaluation.of(BLEU, Examples.single()),
            Evaluation.of(BLEU, Examples.single().subList(0, 2)));
    assertThatThrownBy(() -> new PairedBootstrap(10).compare(systems))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("3 and 2");
    assertThatThrownBy(() -> new PairedBootstrap(0)).isInstanceOf(InputException.class);
  }
}
