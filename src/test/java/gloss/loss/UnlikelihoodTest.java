package gloss.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnlikelihoodTest {
  private static final int IDS = 6;
  private static final int[][] LABELS = {{2, 3, 2, 5}, {4}, {1, 1}};
  private static final int ROWS = 7;

  private static double expected(double[] logits) {
    double sum = 0;
    int row = 0;
    for (int[] line : LABELS) {
      for (int t = 0; t < line.length; t++) {
        double all = 0;
        for (int id = 0; id < IDS; id++) {
          all += Math.exp(logits[row * IDS + id]);
        }
        boolean[] negative = new boolean[IDS];
        for (int before = 0; before < t; before++) {
          negative[line[before]] = line[before] != line[t];
        }
        for (int id = 0; id < IDS; id++) {
          sum -= negative[id] ? Math.log(1 - Math.exp(logits[row * IDS + id]) / all) : 0;
        }
        row++;
      }
    }
    return sum;
  }

  @Test
  void valueAndGradientAreThoseOfTheFormula() {
    long seed = new Random().nextInt(1000);
    System.getLogger("gloss.test").log(System.Logger.Level.INFO, "seed " + seed);
    double[] logits = new Random(seed).doubles(ROWS * IDS, -2, 2).toArray();
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray array = manager.create(logits, new Shape(ROWS, IDS));
      array.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray loss = Unlikelihood.of(array, LABELS);
        assertThat(loss.getDouble()).isCloseTo(expected(logits), within(1e-9));
        collector.backward(loss);
      }
      double[] gradient = array.getGradient().toDoubleArray();
      double step = 1e-5;
      for (int i = 0; i < logits.length; i++) {
        double[] up = logits.clone();
        double[] down = logits.clone();
        up[i] += step;
        down[i] -= step;
        assertThat(gradient[i])
            .as("logit " + i)
            .isCloseTo((expected(up) - expected(down)) / (2 * step), within(1e-6));
      }
    }
  }

  @Test
  void aNetworkThatIsSureStillHasAFiniteLossAndGradient() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray array = manager.create(new float[] {0, 1000, 0, 1000}, new Shape(2, 2));
      array.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray loss = Unlikelihood.of(array, new int[][] {{1, 0}});
        assertThat(loss.getFloat()).isBetween(9f, 10f);
        collector.backward(loss);
      }
      for (float slope : array.getGradient().toFloatArray()) {
        assertThat(slope).isFinite();
      }
    }
  }

  @Test
  void asManyRowsAsLabels() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray logits = manager.zeros(new Shape(3, IDS));
      assertThatThrownBy(() -> Unlikelihood.of(logits, LABELS))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("3 rows of logits for 7 labels");
    }
  }
}
