package gloss.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.nn.Kernels;
import gloss.recipe.AverageRecipe;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MovingAverageTest {
  @Test
  void isTheFormula() {
    Random random = new Random(3);
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray weight = manager.create(new float[] {1, -2});
      weight.setRequiresGradient(true);
      try (MovingAverage average = new MovingAverage(manager, Map.of("w", weight), 0.5)) {
        double[] expected = {1, -2};
        for (int step = 1; step <= 30; step++) {
          float[] now = {random.nextFloat(), random.nextFloat()};
          Kernels.assign(weight, manager.create(now));
          average.update(step);
          double decay = Math.min(0.5, (1.0 + step) / (10.0 + step));
          for (int i = 0; i < 2; i++) {
            expected[i] = decay * expected[i] + (1 - decay) * now[i];
            assertThat(average.state().get("w").toFloatArray()[i])
                .isCloseTo((float) expected[i], within(1e-5f));
          }
        }
      }
    }
  }

  @Test
  void exchangesAndBeginsAgain() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray a = manager.create(new float[] {1, 2});
      NDArray b = manager.create(3f);
      try (MovingAverage average = new MovingAverage(manager, Map.of("a", a, "b", b), 0.9)) {
        assertThat(average.state().get("a").toFloatArray()).containsExactly(1, 2);
        Kernels.assign(a, manager.create(new float[] {5, 6}));
        average.swap();
        assertThat(a.toFloatArray()).containsExactly(1, 2);
        assertThat(b.getFloat()).isEqualTo(3);
        assertThat(average.state().get("a").toFloatArray()).containsExactly(5, 6);
        average.swap();
        assertThat(a.toFloatArray()).containsExactly(5, 6);
        average.reset();
        assertThat(average.state().get("a").toFloatArray()).containsExactly(5, 6);
      }
    }
  }

  @Test
  void isMadeOnlyWhereItIsAskedFor() {
    try (NDManager manager = NDManager.newBaseManager()) {
      assertThat(MovingAverage.of(new AverageRecipe(0, 0, 0), manager, Map.of())).isEmpty();
    }
  }
}
