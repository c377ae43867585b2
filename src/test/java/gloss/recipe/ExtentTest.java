package gloss.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtentTest {
  @ParameterizedTest
  @CsvSource({
    "400, 400 steps",
    "400 steps, 400 steps",
    "1 step, 1 step",
    "1 epochs, 1 epoch",
    "20 Epochs, 20 epochs",
    "90minutes, 90 minutes",
    "2  hours, 2 hours",
    "500000 tokens, 500000 tokens",
    "0, 0 steps",
    "45s, 45 seconds",
    "90m, 90 minutes",
    "120m, 2 hours",
    "1h30m, 90 minutes",
    "1h 30m 5s, 5405 seconds",
    "0h, 0 hours",
  })
  void readsANumberAndAUnit(String text, String canonical) {
    assertThat(Extent.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "epochs",
        " ",
        "-1 epoch",
        "1.5 epochs",
        "3 weeks",
        "3 e",
        "1 2",
        "30m1h",
        "h"
      })
  void rejectsWhatIsNoStretchOfTraining(String text) {
    assertThatThrownBy(() -> Extent.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void isReadBackEqual(
      @ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long count,
      @ForAll Extent.Unit unit) {
    Extent extent = new Extent(count, unit);
    assertThat(Extent.parse(extent.toString())).isEqualTo(extent);
  }

  @Property
  void aClockTimeIsTheSameHoweverItIsWritten(
      @ForAll @IntRange(max = 99) int hours,
      @ForAll @IntRange(max = 999) int minutes,
      @ForAll @IntRange(max = 9999) int seconds) {
    Extent extent = Extent.parse(hours + "h" + minutes + "m" + seconds + "s");
    long total = 3600L * hours + 60L * minutes + seconds;
    assertThat(extent.isOver(new Elapsed(0, 0, 0, total))).isTrue();
    assertThat(extent.isOver(new Elapsed(0, 0, 0, total - 0.001))).isFalse();
  }

  @Test
  void eachUnitCountsItsOwn() {
    Elapsed elapsed = new Elapsed(400, 2.5, 9000, 5400);
    assertThat(Extent.parse("800 steps").share(elapsed)).isEqualTo(0.5);
    assertThat(Extent.parse("5 epochs").share(elapsed)).isEqualTo(0.5);
    assertThat(Extent.parse("9000 tokens").share(elapsed)).isEqualTo(1);
    assertThat(Extent.parse("45 minutes").share(elapsed)).isEqualTo(2);
    assertThat(Extent.parse("1h30m").isOver(elapsed)).isTrue();
    assertThat(Extent.parse("5401 seconds").isOver(elapsed)).isFalse();
  }

  @Test
  void aRhythmIsHeardWheneverAWholeNumberOfStretchesIsOver() {
    Extent every = Extent.parse("10 steps");
    assertThat(every.passed(steps(9), steps(10))).isTrue();
    assertThat(every.passed(steps(10), steps(19))).isFalse();
    assertThat(every.passed(steps(19), steps(45))).isTrue();
    Extent minutes = Extent.parse("2 minutes");
    assertThat(minutes.passed(new Elapsed(1, 0, 0, 239), new Elapsed(2, 0, 0, 241))).isTrue();
    assertThat(minutes.passed(new Elapsed(1, 0, 0, 120), new Elapsed(2, 0, 0, 239))).isFalse();
  }

  private static Elapsed steps(long steps) {
    return new Elapsed(steps, 0, 0, 0);
  }
}
