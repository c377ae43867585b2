package gloss.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassWeightsTest {
  private static final long[] COUNTS = {90, 9, 1};

  @Test
  void withInverseFrequencyEveryClassCountsTheSame() {
    List<Double> weights = ClassWeights.inverseFrequency(COUNTS);
    for (int i = 0; i < COUNTS.length; i++) {
      assertThat(weights.get(i) * COUNTS[i]).isCloseTo(100 / 3.0, within(1e-12));
    }
  }

  @Test
  void theEffectiveNumberLiesBetweenEqualWeightsAndInverseFrequency() {
    assertThat(ClassWeights.effectiveNumber(COUNTS, 0)).containsExactly(1.0, 1.0, 1.0);
    List<Double> towardsOne = ClassWeights.effectiveNumber(COUNTS, 1 - 1e-9);
    assertThat(towardsOne.get(2) / towardsOne.get(0)).isCloseTo(90, within(1e-4));
    List<Double> between = ClassWeights.effectiveNumber(COUNTS, 0.9);
    // (1 − 0.9) / (1 − 0.9⁹⁰), (1 − 0.9) / (1 − 0.9⁹), 1; scaled to a sum of 3
    double[] raw = {0.1 / (1 - Math.pow(0.9, 90)), 0.1 / (1 - Math.pow(0.9, 9)), 1};
    double sum = raw[0] + raw[1] + raw[2];
    for (int i = 0; i < raw.length; i++) {
      assertThat(between.get(i)).isCloseTo(3 * raw[i] / sum, within(1e-12));
    }
  }

  @Test
  void rareTokensCountMoreAndFrequentOnesAsBefore() {
    List<Double> weights = ClassWeights.rareTokens(COUNTS, 2, 1.5);
    assertThat(weights.get(0)).isCloseTo(1 + 2 * Math.exp(-1.5 * 10), within(1e-12));
    assertThat(weights.get(1)).isCloseTo(1 + 2 * Math.exp(-1.5), within(1e-12));
    assertThat(weights.get(2)).isCloseTo(1 + 2 * Math.exp(-1.5 / 9), within(1e-12));
    assertThat(ClassWeights.rareTokens(new long[] {4, 0, 4}, 1, 1).get(1)).isZero();
  }

  @Test
  void aClassWithoutExamplesWeighsNothing() {
    assertThat(ClassWeights.inverseFrequency(new long[] {4, 0, 4})).containsExactly(1.0, 0.0, 1.0);
    assertThat(ClassWeights.effectiveNumber(new long[] {4, 0, 4}, 0.99))
        .containsExactly(1.0, 0.0, 1.0);
  }

  @Test
  void positiveLabelsAreBalanced() {
    assertThat(BinaryCrossEntropy.balance(5, 95)).isEqualTo(19);
  }
}
