package gloss.score;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Expected values were printed by CPython 3.11. */
class DecimalsTest {
  @Test
  void roundsTheBinaryValueHalfToEven() {
    assertThat(Decimals.fixed(1.005, 2)).isEqualTo("1.00");
    assertThat(Decimals.fixed(0.125, 2)).isEqualTo("0.12");
    assertThat(Decimals.fixed(2.5, 0)).isEqualTo("2");
    assertThat(Decimals.fixed(-0.01, 1)).isEqualTo("-0.0");
    assertThat(Decimals.fixed(Double.NaN, 1)).isEqualTo("nan");
    assertThat(Decimals.fixed(Double.NEGATIVE_INFINITY, 1)).isEqualTo("-inf");
  }

  @Test
  void shortestAsPython() {
    assertThat(Decimals.shortest(100.00000000000004)).isEqualTo("100.00000000000004");
    assertThat(Decimals.shortest(2e-3)).isEqualTo("0.002");
    assertThat(Decimals.shortest(1e-5)).isEqualTo("1e-05");
    assertThat(Decimals.shortest(0.0001)).isEqualTo("0.0001");
    assertThat(Decimals.shortest(1e16)).isEqualTo("1e+16");
    assertThat(Decimals.shortest(1.5e300)).isEqualTo("1.5e+300");
    assertThat(Decimals.shortest(-123456789.0)).isEqualTo("-123456789.0");
    assertThat(Decimals.shortest(5e-324)).isEqualTo("5e-324");
    assertThat(Decimals.shortest(0)).isEqualTo("0.0");
  }

  @Property
  void shortestReadsBackAsTheSame(@ForAll double x) {
    assertThat(Double.parseDouble(Decimals.shortest(x))).isEqualTo(x);
  }
}
