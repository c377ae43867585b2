package gloss.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two overlapping classes, one of them rare: what weights and focus do. */
class ImbalanceTest {
  private static final int COMMON = 950;
  private static final int RARE = 50;
  private static final int ALL = COMMON + RARE;

  /**
   * A linear classifier's results.
   *
   * @param recall share of the rare class that is found
   * @param confidence probability of the class chosen, on average
   */
  private record Result(double recall, double confidence) {}

  private static Result train(Loss loss, long seed) {
    Random random = new Random(seed);
    float[] x = new float[2 * ALL];
    long[] y = new long[ALL];
    for (int i = 0; i < ALL; i++) {
      y[i] = i < COMMON ? 0 : 1;
      x[2 * i] = (float) (random.nextGaussian() + 1.5 * y[i]);
      x[2 * i + 1] = (float) random.nextGaussian();
    }
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray inputs = manager.create(x, new Shape(ALL, 2));
      NDArray labels = manager.create(y);
      NDArray weights = manager.zeros(new Shape(2, 2));
      NDArray offsets = manager.zeros(new Shape(2));
      Map<String, NDArray> parameters = new LinkedHashMap<>();
      parameters.put("weights", weights);
      parameters.put("offsets", offsets);
      Descent.minimize(
          manager,
          parameters,
          300,
          0.05,
          step -> loss.at(step).of(inputs.matMul(weights).add(offsets), labels));
      NDArray probabilities = inputs.matMul(weights).add(offsets).softmax(-1);
      long[] chosen = probabilities.argMax(-1).toLongArray();
      double found = 0;
      for (int i = COMMON; i < ALL; i++) {
        found += chosen[i];
      }
      return new Result(found / RARE, probabilities.max(new int[] {1}).mean().getFloat());
    }
  }

  @Test
  void classWeightsFindTheRareClassAndFocalLossIsLessSure() {
    long seed = System.nanoTime();
    System.out.println("ImbalanceTest: seed " + seed);
    long[] counts = {COMMON, RARE};
    Result plain = train(new CrossEntropy(0), seed);
    Result inverse = train(new CrossEntropy(0, ClassWeights.inverseFrequency(counts)), seed);
    Result effective =
        train(new CrossEntropy(0, ClassWeights.effectiveNumber(counts, 0.999)), seed);
    assertThat(plain.recall).isLessThan(0.4);
    assertThat(inverse.recall).isGreaterThan(0.55).isGreaterThan(plain.recall + 0.2);
    assertThat(effective.recall).isGreaterThan(plain.recall + 0.2);
    Result focal = train(new Focal(2), seed);
    assertThat(focal.confidence).isLessThan(plain.confidence - 0.05);
    Result scheduled = train(new ScheduledFocal(0, 2, 100, List.of()), seed);
    assertThat(scheduled.confidence).isCloseTo(focal.confidence, within(0.03));
    Result balanced = train(new Focal(2, ClassWeights.inverseFrequency(counts)), seed);
    assertThat(balanced.recall).isGreaterThan(plain.recall + 0.2);
  }

  @Test
  void gammaGoesInAStraightLineAndStays() {
    ScheduledFocal loss = new ScheduledFocal(3, 1, 4, List.of(1.0, 2.0));
    assertThat(loss.at(0)).isEqualTo(new Focal(3, List.of(1.0, 2.0)));
    assertThat(loss.at(1).gamma()).isEqualTo(2.5);
    assertThat(loss.at(4).gamma()).isEqualTo(1);
    assertThat(loss.at(1_000_000).gamma()).isEqualTo(1);
  }

  @Test
  void theLargerGammaTheLessAnEasyExampleCounts() {
    try (NDManager manager = NDManager.newBaseManager()) {
      // Right with a probability of 0.9, and of 0.1.
      NDArray easy = manager.create(new float[] {(float) Math.log(9), 0}, new Shape(1, 2));
      NDArray hard = manager.create(new float[] {0, (float) Math.log(9)}, new Shape(1, 2));
      NDArray label = manager.create(new long[] {0});
      for (double gamma : new double[] {0, 1, 2, 5}) {
        Loss focal = new Focal(gamma);
        double ratio =
            LossSum.number(focal.of(easy, label).sum())
                / LossSum.number(focal.of(hard, label).sum());
        double expected = Math.pow(0.1 / 0.9, gamma) * Math.log(0.9) / Math.log(0.1);
        assertThat(ratio).isCloseTo(expected, within(1e-5 * expected));
      }
      assertThat(new Focal(2).of(easy, label).mean()).isCloseTo(-Math.log(0.9), within(1e-6));
    }
  }
}
