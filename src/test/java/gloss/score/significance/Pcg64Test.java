package gloss.score.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Expected values were printed by NumPy. */
class Pcg64Test {
  @Test
  void rawNumbers() {
    Pcg64 generator = Seed.DEFAULT.generator();
    assertThat(Long.toUnsignedString(generator.nextLong())).isEqualTo("4193609425186963869");
    assertThat(Long.toUnsignedString(generator.nextLong())).isEqualTo("5843160025838961886");
  }

  @Test
  void numbersBelowALimit() {
    Pcg64 generator = new Pcg64(BigInteger.valueOf(12345));
    int[] drawn = new int[8];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = generator.nextBelow(1000);
    }
    assertThat(drawn).containsExactly(699, 227, 788, 316, 204, 797, 642, 676);
    assertThat(generator.nextBelow(1)).isZero();
  }

  @Test
  void seedsOfAnySize() {
    assertThat(Long.toUnsignedString(Seed.of(0).generator().nextLong()))
        .isEqualTo("11749869230777074271");
    assertThat(new Seed("none").generator().nextLong())
        .isNotEqualTo(new Seed("none").generator().nextLong());
    assertThatThrownBy(() -> new Seed("-1")).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new Seed("x")).isInstanceOf(InputException.class);
  }
}
