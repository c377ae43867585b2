package gloss.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.score.bleu.Bleu;
import gloss.score.chrf.Chrf;
import gloss.score.ter.Ter;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AccumulatorTest {
  private static final List<TextMetric> METRICS =
      List.of(
          Bleu.builder().build(),
          Chrf.builder().wordOrder(2).build(),
          Ter.builder().normalized(true).build());

  @Provide
  Arbitrary<List<Segment>> corpora() {
    Arbitrary<String> text =
        Arbitraries.of("a", "b", "c", "the", "dog.", "3,5", "中文", "…")
            .list()
            .ofMaxSize(9)
            .map(words -> String.join(" ", words));
    return Combinators.combine(text, text.list().ofMinSize(1).ofMaxSize(3))
        .as(Segment::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property(tries = 200)
  void mergingEqualsAdding(@ForAll("corpora") List<Segment> corpus, @ForAll int where) {
    int cut = Math.floorMod(where, corpus.size() + 1);
    for (TextMetric metric : METRICS) {
      Accumulator<Segment> head = metric.accumulator();
      corpus.subList(0, cut).forEach(head::add);
      Accumulator<Segment> tail = metric.accumulator();
      corpus.subList(cut, corpus.size()).forEach(tail::add);
      head.merge(tail);
      assertThat(head.score()).isEqualTo(metric.score(corpus));
    }
  }

  @Property(tries = 200)
  void orderDoesNotMatter(@ForAll("corpora") List<Segment> corpus, @ForAll long seed) {
    List<Segment> shuffled = new ArrayList<>(corpus);
    Collections.shuffle(shuffled, new Random(seed));
    for (TextMetric metric : METRICS) {
      assertThat(metric.score(shuffled)).isEqualTo(metric.score(corpus));
    }
  }

  @Property(tries = 200)
  void scoresStayInRange(@ForAll("corpora") List<Segment> corpus) {
    assertThat(METRICS.get(0).score(corpus).value()).isBetween(0.0, 100.0000001);
    assertThat(METRICS.get(1).score(corpus).value()).isBetween(0.0, 100.0000001);
    assertThat(METRICS.get(2).score(corpus).value()).isNotNegative();
  }

  @Property(tries = 100)
  void identicalTextsArePerfect(@ForAll("corpora") List<Segment> corpus) {
    List<String> texts = corpus.stream().map(Segment::hypothesis).toList();
    double chrf = METRICS.get(1).score(texts, texts).value();
    assertThat(chrf < 1e-9 || Math.abs(chrf - 100) < 1e-9).isTrue();
    assertThat(METRICS.get(2).score(texts, texts).value()).isZero();
  }

  @Test
  void fractionsAreSummedWithoutATraceOfTheOrder() {
    TextMetric ter = Ter.builder().build();
    Accumulator<Segment> sum = ter.accumulator();
    for (int i = 0; i < 3_000; i++) {
      sum.add(new double[] {0, 1.0 / 3}, 3);
    }
    assertThat(sum.sums()[1]).isEqualTo(1000.0);
  }

  @Test
  void noExampleNoScore() {
    assertThatThrownBy(() -> METRICS.get(0).accumulator().score())
        .isInstanceOf(InputException.class);
  }

  @Test
  void tokenizedTextIsNoticed() {
    Accumulator<Segment> sum = METRICS.get(0).accumulator();
    for (int i = 0; i < 99; i++) {
      sum.add(Segment.of("a b .", "a b."));
    }
    assertThat(sum.notices()).isEmpty();
    sum.add(Segment.of("a b .", "a b."));
    assertThat(sum.notices()).singleElement().asString().contains("detokenized");
  }
}
