package gloss.score.rouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.score.Segment;
import gloss.text.InputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BootstrapAggregatorTest {
  private static final Rouge ROUGE = Rouge.builder().build();

  @Test
  void theGeneratorIsNumPys() {
    // numpy.random.seed(7); numpy.random.choice(numpy.arange(37), 5)
    assertThat(Generators.legacyChoice(7, 37, 37, 37, 37, 37)).containsExactly(4, 25, 3, 19, 23);
    // Five draws for 37 pass over values that do not fit under the mask; a bound of 1 draws none.
    assertThat(Generators.legacyChoice(7, 1, 37, 1, 37)).containsExactly(0, 4, 0, 25);
  }

  @Test
  void oneSegmentHasNoSpread() {
    Segment segment = Segment.of("a b c d", "a b x");
    RougeMetric metric = ROUGE.named("rouge1");
    Map<String, AggregateScore> scores =
        new BootstrapAggregator(0.95, 50, 1).aggregate(List.of(metric), List.of(segment));
    AggregateScore score = scores.get("rouge1");
    assertThat(score.low()).isEqualTo(metric.best(segment));
    assertThat(score.mid()).isEqualTo(score.low());
    assertThat(score.high()).isEqualTo(score.low());
    assertThat(score.signature().toString())
        .startsWith("bs:50|seed:1|flavor:rouge_score|")
        .contains("agg:bootstrap-median|ci:0.95");
  }

  @Test
  void theIntervalIsOrdered() {
    List<Segment> segments =
        List.of(Segment.of("a b", "a b"), Segment.of("a c", "a b"), Segment.of("x", "a b"));
    AggregateScore score =
        new BootstrapAggregator(0.9, 100, 5)
            .aggregate(List.of(ROUGE.named("rouge1")), segments)
            .get("rouge1");
    assertThat(score.low().fmeasure()).isLessThan(score.mid().fmeasure());
    assertThat(score.mid().fmeasure()).isLessThan(score.high().fmeasure());
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> new BootstrapAggregator(1.5, 10, 0))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new BootstrapAggregator(0.9, 0, 0)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new BootstrapAggregator(0.9, 1, -1))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(
            () ->
                new BootstrapAggregator(0.9, 1, 1)
                    .aggregate(List.of(ROUGE.named("rouge1")), List.of()))
        .isInstanceOf(InputException.class);
  }
}
