package gloss.score.chrf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.score.Examples;
import gloss.score.Segment;
import gloss.text.InputException;
import org.junit.jupiter.api.Test;

class ChrfTest {
  @Test
  void equalsTheReference() {
    check(Chrf.builder().build(), 59.72751782684763);
    check(Chrf.builder().wordOrder(2).build(), 59.15310444399262);
    check(Chrf.builder().beta(1).whitespace(true).lowercase(true).build(), 65.79765620182239);
    check(Chrf.builder().epsSmoothing(true).build(), 59.72734693786311);
  }

  private static void check(Chrf chrf, double expected) {
    assertThat(chrf.score(Examples.twofold()).value()).isCloseTo(expected, within(1e-11));
  }

  @Test
  void namesSayBetaAndWords() {
    assertThat(Chrf.builder().beta(3).wordOrder(2).build().toString())
        .startsWith("chrF3++|case:mixed|eff:yes|nc:6|nw:2|space:no|version:gloss-");
  }

  @Test
  void nothingInCommonIsZero() {
    Chrf chrf = Chrf.builder().build();
    assertThat(chrf.score(Segment.of("abc", "xyz")).value()).isZero();
    assertThat(chrf.score(Segment.of("", "")).value()).isZero();
    assertThat(chrf.score(Segment.of("", "xyz")).value()).isZero();
    assertThat(chrf.score(Segment.of("abc", "")).value()).isZero();
  }

  @Test
  void charactersBeyondTheBasicPlaneAreOne() {
    assertThat(Chrf.builder().build().statistics(Segment.of("😀", "😀😀")))
        .startsWith(1, 2, 1, 0, 1, 0);
  }

  @Test
  void explainsItself() {
    assertThat(Chrf.builder().wordOrder(1).build().score(Segment.of("ab c", "ab d")).explain())
        .contains("character 1-grams: 2 shared, precision 66.7, recall 66.7")
        .contains("character 4-grams: 0 shared, precision undefined")
        .contains("word 1-grams: 1 shared, precision 50.0, recall 50.0");
  }

  @Test
  void refusesSettingsWithoutMeaning() {
    assertThatThrownBy(() -> Chrf.builder().charOrder(-1)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> Chrf.builder().beta(-1)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> Chrf.builder().charOrder(0).build())
        .isInstanceOf(InputException.class);
  }
}
