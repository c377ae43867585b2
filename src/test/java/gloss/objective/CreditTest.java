package gloss.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CreditTest {
  private static final double[] REWARDS = {0.9, 0.1, 0.4};

  @Test
  void minimumRiskWeighsByTheSharpenedDistribution() {
    // P = 0.5, 0.25, 0.25 with α = 1: the mean reward is 0.575.
    double[] logs = {Math.log(0.5), Math.log(0.25), Math.log(0.25)};
    Credit credit = Credit.minimumRisk(1, REWARDS, logs);
    assertThat(credit.risk()).isCloseTo(1 - 0.575, within(1e-12));
    assertThat(credit.weights())
        .containsExactly(
            new double[] {0.5 * (0.9 - 0.575), 0.25 * (0.1 - 0.575), 0.25 * (0.4 - 0.575)},
            within(1e-12));
  }

  @Test
  void withoutSharpnessAllOutputsCountTheSame() {
    Credit credit = Credit.minimumRisk(1e-9, REWARDS, new double[] {-1, -500, -3});
    assertThat(credit.risk()).isCloseTo(1 - 1.4 / 3, within(1e-6));
  }

  @Test
  void withMuchSharpnessTheLikeliestCountsAlone() {
    Credit credit = Credit.minimumRisk(100, REWARDS, new double[] {-9, -2, -5});
    assertThat(credit.risk()).isCloseTo(0.9, within(1e-12));
    assertThat(credit.weights()).containsOnly(new double[] {0}, within(1e-12));
  }

  @Test
  void impossibleOutputsDoNoHarm() {
    double none = Double.NEGATIVE_INFINITY;
    Credit one = Credit.minimumRisk(0.5, REWARDS, new double[] {none, -2, -2});
    assertThat(one.weights()[0]).isZero();
    assertThat(one.risk()).isCloseTo(0.75, within(1e-12));
    Credit all = Credit.minimumRisk(0.5, REWARDS, new double[] {none, none, none});
    assertThat(all.risk()).isCloseTo(1 - 1.4 / 3, within(1e-12));
  }

  @Test
  void leaveOneOutTakesTheMeanOfTheOthersAsBaseline() {
    Credit credit = Credit.leaveOneOut(REWARDS);
    assertThat(credit.weights())
        .containsExactly(
            new double[] {(0.9 - 0.25) / 3, (0.1 - 0.65) / 3, (0.4 - 0.5) / 3}, within(1e-12));
    assertThat(credit.risk()).isCloseTo(1 - 1.4 / 3, within(1e-12));
  }

  @Test
  void selfCriticalComparesWithTheGreedyOutput() {
    Credit credit = Credit.againstTheFirst(new double[] {0.5, 0.7, 0.2});
    assertThat(credit.weights()).containsExactly(new double[] {0, 0.1, -0.15}, within(1e-12));
    assertThat(credit.risk()).isCloseTo(1 - 0.45, within(1e-12));
  }

  @Property
  void whatIsTakenFromSomeIsGivenToOthers(
      @ForAll @Size(min = 2, max = 9) List<@DoubleRange(min = -1, max = 1) Double> given,
      @ForAll @DoubleRange(min = 0.01, max = 5) double alpha) {
    double[] rewards = given.stream().mapToDouble(Double::doubleValue).toArray();
    double[] logs = Arrays.stream(rewards).map(r -> -7 * r * r).toArray();
    for (Credit credit :
        new Credit[] {Credit.minimumRisk(alpha, rewards, logs), Credit.leaveOneOut(rewards)}) {
      assertThat(Arrays.stream(credit.weights()).sum()).isCloseTo(0, within(1e-9));
      assertThat(credit.risk()).isBetween(-1e-9, 2.0 + 1e-9);
    }
  }
}
