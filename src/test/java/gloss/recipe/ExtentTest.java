package gloss.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
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
  })
  void readsANumberAndAUnit(String text, String canonical) {
    assertThat(Extent.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "epochs", "-1 epoch", "0 steps", "1.5 epochs", "3 weeks", "3 e", "1 2"})
  void rejectsWhatIsNoStretchOfTraining(String text) {
    assertThatThrownBy(() -> Extent.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void isReadBackEqual(
      @ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long count,
      @ForAll Extent.Unit unit) {
    Extent extent = new Extent(count, unit);
    assertThat(Extent.parse(extent.toString())).isEqualTo(extent);
  }
}
