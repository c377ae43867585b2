package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurvesTest {
  private final Curves curves = new Curves();
  private long step;

  private Optional<String> after(double training, double validation) {
    for (int i = 0; i < 3; i++) {
      curves.stepped(new StepReport(++step, 1, 10 * training, 10, 0.1, 1));
    }
    // Left out: its loss does not count.
    curves.stepped(new StepReport(++step, 1, Double.NaN, 10, 0.1, 1));
    return curves.validated(step, validation);
  }

  @Test
  void saysWhenTheCurvesPart() {
    assertThat(after(2, 2.1)).isEmpty();
    assertThat(after(1, 1.5)).isEmpty();
    assertThat(after(0.8, 1.7)).as("once may be chance").isEmpty();
    assertThat(after(0.5, 1.8))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .startsWith(
                        "the curves part: since step 8 the training loss fell from 1.000 to 0.5000,"
                            + " the validation loss rose from 1.500 to 1.800")
                    .doesNotContain("\n"));
    assertThat(after(0.4, 1.4)).as("a new low").isEmpty();
  }

  @Test
  void saysNothingWhereBothRiseOrNeitherDoes() {
    assertThat(after(1, 1)).isEmpty();
    for (double loss : new double[] {1.5, 2, 3, Double.NaN}) {
      assertThat(after(loss, loss)).isEmpty();
    }
    assertThat(after(0.9, 1.02)).as("a swing").isEmpty();
  }
}
