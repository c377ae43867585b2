package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RowPaddingTest {
  @Test
  void somePaddings() {
    assertThat(RowPadding.of(0)).isZero();
    assertThat(RowPadding.of(1)).isEqualTo(7);
    assertThat(RowPadding.of(128)).isZero();
    assertThat(RowPadding.of(129)).isEqualTo(7);
    assertThat(RowPadding.of(3_900)).isEqualTo(3_968 - 3_900);
  }

  @Property
  void aPaddedNumberNeedsNoMoreAndIsNotMuchLarger(
      @ForAll @LongRange(min = 0, max = 1L << 30) long n) {
    int padding = RowPadding.of(n);
    assertThat(padding).isBetween(0, (int) Math.max(7, n / 16));
    assertThat(RowPadding.of(n + padding)).isZero();
  }

  @Test
  void fewNumbersAreLeft() {
    assertThat(LongStream.range(2_048, 4_096).map(n -> n + RowPadding.of(n)).distinct().count())
        .isEqualTo(17);
  }
}
