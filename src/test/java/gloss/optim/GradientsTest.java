package gloss.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GradientsTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void gradientsAreDividedThenClipped() {
    NDArray a = manager.create(new float[] {30});
    NDArray b = manager.create(new float[] {40});
    assertThat(Gradients.scale(List.of(a, b), 10, 100).getFloat()).isEqualTo(5);
    assertThat(a.getFloat()).isEqualTo(3);
    assertThat(Gradients.scale(List.of(a, b), 1, 1).getFloat()).isEqualTo(5);
    assertThat((double) b.getFloat()).isCloseTo(0.8, within(1e-5));
    assertThat(Gradients.scale(List.of(a, b), 1, Double.POSITIVE_INFINITY).getFloat())
        .isCloseTo(1, within(1e-5f));
  }

  @Test
  void zeroReplacesEvenNotANumber() {
    NDArray a = manager.create(new float[] {Float.NaN, 1});
    Gradients.zero(List.of(a));
    assertThat(a.toFloatArray()).containsExactly(0, 0);
  }
}
