package gloss.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraduatedSmoothingTest {
  private static final List<Double> SMOOTHINGS = List.of(0.0, 0.1, 0.3);

  /** The label's probability is about 0.04, 0.42 and 0.96. */
  private static final float[][] SCORES = {{0, 3, 0}, {0.5f, 0, 0}, {4, 0, 0}};

  @Test
  void eachItemHasTheSmoothingOfItsStage() {
    try (NDManager manager = NDManager.newBaseManager()) {
      double sum = 0;
      double plain = 0;
      for (int i = 0; i < SCORES.length; i++) {
        NDArray one = manager.create(SCORES[i], new Shape(1, 3));
        LossSum item = new CrossEntropy(SMOOTHINGS.get(i)).of(one, manager.create(new long[] {0}));
        sum += item.sum().getFloat();
        plain += item.plain();
      }
      NDArray all = manager.create(SCORES);
      LossSum loss =
          new GraduatedSmoothing(SMOOTHINGS, 0.3, 0.7).of(all, manager.create(new long[3]));
      assertThat((double) loss.sum().getFloat()).isCloseTo(sum, within(1e-5));
      assertThat(loss.plain()).isCloseTo(plain, within(1e-5));
      assertThat(loss.count()).isEqualTo(3);
    }
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> new GraduatedSmoothing(List.of(0.1), 0.3, 0.7))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GraduatedSmoothing(List.of(0.0, 0.1, 1.0), 0.3, 0.7))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GraduatedSmoothing(SMOOTHINGS, 0.8, 0.7))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
