package gloss.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.Segments;
import gloss.score.bleu.Bleu;
import gloss.score.significance.Comparison;
import gloss.text.InputException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ScorerTest {
  private static final List<String> REFERENCES =
      Collections.nCopies(30, "The cat sat on the mat and slept.");
  private static final List<String> GOOD = REFERENCES;
  private static final List<String> BAD = Collections.nCopies(30, "The dog sat on a mat.");

  @Test
  void scoresAreThoseOfTheMetrics() {
    List<Score> scores = Scorer.of("bleu", "chrf", "ter", "rougeL").score(BAD, REFERENCES);
    assertThat(scores).extracting(Score::name).containsExactly("BLEU", "chrF2", "TER", "rougeL");
    assertThat(scores.get(0)).hasToString(Bleu.builder().build().score(BAD, REFERENCES).toString());
  }

  @Test
  void aSegmentHasItsOwnSettings() {
    Segment segment = Segment.of("The dog sat.", "The cat sat.");
    assertThat(Scorer.of("bleu").score(segment).get(0))
        .hasToString(Bleu.builder().build().forSegments().score(segment).toString());
  }

  @Test
  void systemsAreComparedWithTheFirst() {
    for (ScorerOptions.Test test : ScorerOptions.Test.values()) {
      Scorer scorer = Scorer.of(ScorerOptions.defaults().withTest(test, 200));
      List<List<Segment>> systems =
          List.of(Segments.of(BAD, REFERENCES), Segments.of(GOOD, REFERENCES));
      List<List<Comparison>> comparisons = scorer.compare(systems);
      assertThat(comparisons).hasSize(2);
      for (List<Comparison> ofMetric : comparisons) {
        assertThat(ofMetric.get(0).pValue()).isEmpty();
        assertThat(ofMetric.get(1).isSignificant(0.05)).isTrue();
        assertThat(ofMetric.get(1).score().value()).isGreaterThan(ofMetric.get(0).score().value());
      }
      assertThat(scorer.compare(systems)).hasToString(comparisons.toString());
    }
  }

  @Test
  void oneSystemHasAnInterval() {
    List<List<Segment>> one = List.of(Segments.of(BAD, REFERENCES));
    assertThat(Scorer.of("bleu").compare(one).get(0).get(0).score().confidence()).isPresent();
    Scorer plain = Scorer.of(ScorerOptions.defaults().withTest(ScorerOptions.Test.BOOTSTRAP, 0));
    assertThat(plain.compare(one).get(0).get(0).score().confidence()).isEmpty();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> Scorer.of("blue"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did you mean 'bleu'");
    assertThatThrownBy(() -> Scorer.of()).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> Scorer.of("bleu").score(GOOD, List.of("one")))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> Scorer.of("bleu").compare(List.of()))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(
            () ->
                Scorer.of("bleu")
                    .compare(
                        List.of(
                            Segments.of(GOOD, REFERENCES),
                            Segments.of(List.of("a"), List.of("a")))))
        .hasMessage("the first system has 30 segments, but system 2 has 1");
    assertThatThrownBy(() -> ScorerOptions.defaults().withTest(ScorerOptions.Test.BOOTSTRAP, -1))
        .isInstanceOf(InputException.class);
  }

  @Test
  void comparingCanBeStopped() {
    assertThatThrownBy(
            () ->
                Scorer.of("bleu")
                    .compare(
                        List.of(Segments.of(GOOD, REFERENCES)),
                        () -> {
                          throw new CancellationException();
                        }))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aStreamIsScoredAsAListIs() {
    List<Segment> segments =
        List.of(
            new Segment("the cat sat", List.of("the cat sat down")),
            new Segment("it rains", List.of("it is raining", "rain falls")));
    try (Scorer scorer = Scorer.of("bleu", "chrf", "ter")) {
      assertThat(scorer.score(segments.stream())).hasToString(scorer.score(segments).toString());
      assertThat(scorer.scoreEach(segments.stream()).map(List::toString))
          .containsExactly(
              scorer.score(segments.get(0)).toString(), scorer.score(segments.get(1)).toString());
    }
  }
}
