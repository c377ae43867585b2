package gloss.score.ter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gloss.score.Examples;
import gloss.score.Segment;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TerTest {
  private static final Ter TER = Ter.builder().build();

  @Test
  void equalsTheReference() {
    check(TER, 40.0);
    check(Ter.builder().normalized(true).build(), 33.33333333333333);
    check(Ter.builder().noPunctuation(true).caseSensitive(true).build(), 40.0);
    assertThat(TER.score(Examples.HYPOTHESES, Examples.FIRST).value()).isEqualTo(50.0);
  }

  private static void check(Ter ter, double expected) {
    assertThat(ter.score(Examples.twofold()).value()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void aShiftIsOneEdit() {
    assertThat(TER.statistics(Segment.of("c d e a b", "a b c d e"))).containsExactly(1, 5);
    assertThat(TER.statistics(Segment.of("b a c d", "a b c d"))).containsExactly(1, 4);
  }

  @Test
  void insertionsDeletionsAndSubstitutions() {
    assertThat(TER.statistics(Segment.of("a b c", "a x c d"))).containsExactly(2, 4);
    assertThat(TER.statistics(Segment.of("", "a b"))).containsExactly(2, 2);
    assertThat(TER.statistics(Segment.of("a b", ""))).containsExactly(2, 0);
  }

  @Test
  void withoutReferenceWords() {
    assertThat(TER.score(Segment.of("a b", "")).value()).isEqualTo(100);
    assertThat(TER.score(Segment.of("", "")).value()).isZero();
  }

  @Test
  void meanLengthOfReferences() {
    assertThat(TER.statistics(Segment.of("a", "a", "a b"))).containsExactly(0, 1.5);
  }

  @Test
  void longLinesTakeTimeInProportion() {
    StringBuilder one = new StringBuilder();
    StringBuilder two = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      one.append(' ').append(i % 317);
      two.append(' ').append(i % 331);
    }
    Segment segment = Segment.of(one.toString(), two.toString());
    // Quadratic time or memory would be beyond any machine; this guards the bound, not the speed.
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(3), () -> assertThat(TER.statistics(segment)[1]).isEqualTo(100_000));
  }

  @Test
  void lowerIsBetter() {
    assertThat(TER.higherIsBetter()).isFalse();
  }
}
