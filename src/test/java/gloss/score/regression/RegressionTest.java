package gloss.score.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.score.Accumulator;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expected values were computed with scikit-learn 1.2.1. */
class RegressionTest {
  private static double[] of(double... numbers) {
    return numbers;
  }

  private static List<Estimate> pairs(double[] truth, double[] predicted) {
    List<Estimate> pairs = new ArrayList<>();
    for (int i = 0; i < truth.length; i++) {
      pairs.add(new Estimate(truth[i], predicted[i]));
    }
    return pairs;
  }

  static Stream<Arguments> cases() {
    double e8 = 1e8;
    return Stream.of(
        Arguments.of(
            of(3, -0.5, 2, 7),
            of(2.5, 0, 2, 8),
            of(0.375, 0.6123724356957945, 0.5, 0.9486081370449679)),
        Arguments.of(of(5, 5, 5), of(5, 5, 5), of(0, 0, 0, 1)),
        Arguments.of(
            of(5, 5, 5),
            of(4, 5, 6),
            of(0.6666666666666666, 0.816496580927726, 0.6666666666666666, 0)),
        Arguments.of(
            of(.1, .1, .1, .1), of(.1, .1, .1, .2), of(0.0025000000000000005, 0.05, 0.025, 0)),
        Arguments.of(of(1), of(1), of(0, 0, 0, Double.NaN)),
        Arguments.of(
            of(e8 + 1, e8 + 2, e8 + 4),
            of(e8 + 1.5, e8 + 2, e8 + 3),
            of(0.4166666666666667, 0.6454972243679028, 0.5, 0.7321428571428571)),
        Arguments.of(
            of(1, 2, 3),
            of(3, 2, 1),
            of(2.6666666666666665, 1.632993161855452, 1.3333333333333333, -3)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void asScikitLearn(double[] truth, double[] predicted, double[] expected) {
    List<Estimate> pairs = pairs(truth, predicted);
    assertThat(Errors.MSE.score(pairs).value()).isCloseTo(expected[0], within(1e-12));
    assertThat(Errors.RMSE.score(pairs).value()).isCloseTo(expected[1], within(1e-12));
    assertThat(Errors.MAE.score(pairs).value()).isCloseTo(expected[2], within(1e-12));
    double r2 = new RSquared().score(pairs).value();
    if (Double.isNaN(expected[3])) {
      assertThat(r2).isNaN();
    } else {
      assertThat(r2).isCloseTo(expected[3], within(1e-12));
    }
  }

  @Test
  void constantNumbersAreSeenWhileStreaming() {
    Accumulator<Estimate> sum = new RSquared().accumulator();
    pairs(of(.1, .1, .1, .1, .1, .1), of(.1, .1, .1, .1, .1, .2)).forEach(sum::add);
    assertThat(sum.score().value()).isZero();
  }

  @Test
  void areListedByName() {
    assertThat(Errors.index()).containsOnlyKeys("MSE", "RMSE", "MAE");
    assertThat(Errors.RMSE.toString()).startsWith("RMSE|version:");
    assertThat(Errors.MAE.higherIsBetter()).isFalse();
    assertThat(new RSquared().higherIsBetter()).isTrue();
    assertThat(Errors.MAE.score(pairs(of(1, 2), of(1, 3))).explain())
        .contains("0.5 over 2 examples");
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> new Estimate(1, Double.NaN)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new Estimate(Double.POSITIVE_INFINITY, 1))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new RSquared(Double.NaN)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new RSquared().score(List.of())).isInstanceOf(InputException.class);
  }

  @Property(tries = 200)
  void mergedSumsAreOneSumAndR2IsAtMost1(
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -1e6, max = 1e6) Double> numbers) {
    List<Estimate> pairs = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      pairs.add(new Estimate(numbers.get(i), numbers.get(numbers.size() - 1 - i)));
    }
    RSquared r2 = new RSquared(1);
    Accumulator<Estimate> left = r2.accumulator();
    Accumulator<Estimate> right = r2.accumulator();
    Accumulator<Estimate> whole = r2.accumulator();
    for (int i = 0; i < pairs.size(); i++) {
      (i % 3 == 0 ? left : right).add(pairs.get(i));
      whole.add(pairs.get(i));
    }
    left.merge(right);
    assertThat(left.score().value()).isEqualTo(whole.score().value()).isLessThanOrEqualTo(1);
  }
}
