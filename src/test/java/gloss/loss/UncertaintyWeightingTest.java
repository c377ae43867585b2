package gloss.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.loss.UncertaintyWeighting.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UncertaintyWeightingTest {
  private static final int POINTS = 200;
  private static final double SHARP = 0.1;
  private static final double NOISY = 5;

  private static LossSum sum(NDManager manager, double value, double count) {
    return new LossSum(manager.create((float) value), value, count);
  }

  @Test
  void itIsTheFormula() {
    try (NDManager manager = NDManager.newBaseManager()) {
      UncertaintyWeighting weighting =
          new UncertaintyWeighting(manager, List.of(Kind.NUMBERS, Kind.CLASSES));
      weighting.parameters().get("log-variance").set(new float[] {1, -0.5f});
      LossSum both = weighting.combine(List.of(sum(manager, 6, 4), sum(manager, 2, 8)));
      double expected = 0.5 * Math.exp(-1) * 1.5 + 0.5 + Math.exp(0.5) * 0.25 - 0.25;
      assertThat(LossSum.number(both.sum()) / both.count()).isCloseTo(expected, within(1e-6));
      assertThat(both.count()).isEqualTo(4);
      assertThat(both.mean()).isCloseTo(1.5 + 0.25, within(1e-9));
      assertThatThrownBy(() -> weighting.combine(List.of(sum(manager, 6, 4))))
          .hasMessage("1 losses, not 2");
    }
  }

  private static float[] noisy(Random random, float[] x, double noise) {
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = (float) (2 * x[i] + noise * random.nextGaussian());
    }
    return y;
  }

  /** Two tasks measure one slope, which is 2; gives how far off it is, and the variances. */
  private static double[] learn(long seed, boolean learned) {
    Random random = new Random(seed);
    try (NDManager manager = NDManager.newBaseManager()) {
      float[] x = new float[POINTS];
      for (int i = 0; i < POINTS; i++) {
        x[i] = (float) random.nextGaussian();
      }
      NDArray inputs = manager.create(x);
      NDArray sharp = manager.create(noisy(random, x, SHARP));
      NDArray noisy = manager.create(noisy(random, x, NOISY));
      NDArray slope = manager.zeros(new Shape(1));
      Weighting weighting =
          learned
              ? new UncertaintyWeighting(manager, List.of(Kind.NUMBERS, Kind.NUMBERS))
              : new FixedWeighting(List.of(1.0, 1.0));
      Map<String, NDArray> parameters = new LinkedHashMap<>(weighting.parameters());
      parameters.put("slope", slope);
      Loss squares = new MeanSquaredError();
      Descent.minimize(
          manager,
          parameters,
          500,
          0.05,
          step -> {
            NDArray predictions = inputs.mul(slope);
            return weighting.combine(
                List.of(squares.of(predictions, sharp), squares.of(predictions, noisy)));
          });
      double off = slope.getFloat() - 2;
      if (!learned) {
        return new double[] {off};
      }
      float[] logs = parameters.get("log-variance").toFloatArray();
      return new double[] {off, Math.exp(logs[0]), Math.exp(logs[1])};
    }
  }

  @Test
  void aNoisyTaskNoLongerDrownsTheOther() {
    long seed = System.nanoTime();
    System.out.println("UncertaintyWeightingTest: seed " + seed);
    double even = 0;
    double weighted = 0;
    for (int run = 0; run < 4; run++) {
      even += Math.pow(learn(seed + run, false)[0], 2);
      double[] learned = learn(seed + run, true);
      weighted += learned[0] * learned[0];
      assertThat(learned[1]).isBetween(0.5 * SHARP * SHARP, 2 * SHARP * SHARP);
      assertThat(learned[2]).isBetween(0.5 * NOISY * NOISY, 2 * NOISY * NOISY);
    }
    // In theory the even weights are 25 times as far off.
    assertThat(Math.sqrt(weighted)).isLessThan(0.5 * Math.sqrt(even)).isLessThan(0.1);
  }
}
