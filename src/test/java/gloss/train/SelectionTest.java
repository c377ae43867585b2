package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  private static final Validation VALIDATION =
      new Validation(Math.log(8), Map.of("bleu", 31.5), List.of());

  private static boolean isBetter(String metric, double value, double best) {
    return new Selection(metric).isBetter(value, new Progress.Best(7, best));
  }

  @Test
  void theFigureIsTheOneAskedFor() {
    assertThat(new Selection("loss").value(VALIDATION)).isEqualTo(Math.log(8));
    assertThat(new Selection("perplexity").value(VALIDATION)).isCloseTo(8, within(1e-9));
    assertThat(new Selection("bleu").value(VALIDATION)).isEqualTo(31.5);
  }

  @Test
  void anUnknownFigureNamesTheNearest() {
    assertThatThrownBy(() -> new Selection("blue").value(VALIDATION))
        .hasMessageContaining("'blue'")
        .hasMessageContaining("bleu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"loss", "perplexity", "ter"})
  void lossesAreBetterWhenSmaller(String metric) {
    assertThat(isBetter(metric, 1, 2)).isTrue();
    assertThat(isBetter(metric, 2, 1)).isFalse();
    assertThat(isBetter(metric, 1, 1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bleu", "chrf", "accuracy"})
  void scoresAreBetterWhenGreater(String metric) {
    assertThat(isBetter(metric, 2, 1)).isTrue();
    assertThat(isBetter(metric, 1, 2)).isFalse();
    assertThat(isBetter(metric, 1, 1)).isFalse();
  }

  @Test
  void valuesAreOrderedFromTheBest() {
    assertThat(Stream.of(2.0, 1.0, 3.0).sorted(new Selection("loss").bestFirst()))
        .containsExactly(1.0, 2.0, 3.0);
    assertThat(Stream.of(2.0, 1.0, 3.0).sorted(new Selection("bleu").bestFirst()))
        .containsExactly(3.0, 2.0, 1.0);
  }

  @Test
  void theFirstIsTheBestUnlessItIsNoNumber() {
    Progress.Best none = Progress.START.best();
    assertThat(new Selection("loss").isBetter(1e9, none)).isTrue();
    assertThat(new Selection("bleu").isBetter(0, none)).isTrue();
    assertThat(new Selection("loss").isBetter(Double.NaN, none)).isFalse();
    assertThat(isBetter("loss", Double.NaN, 5)).isFalse();
    assertThat(isBetter("bleu", Double.NaN, 5)).isFalse();
  }
}
