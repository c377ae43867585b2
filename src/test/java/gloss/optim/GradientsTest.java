package gloss.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.nn.WithGradients;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(Gradients.scale(List.of(a, b), 10, 100)).isEqualTo(5);
    assertThat(a.getFloat()).isEqualTo(3);
    assertThat(Gradients.scale(List.of(a, b), 1, 1)).isEqualTo(5);
    assertThat((double) b.getFloat()).isCloseTo(0.8, within(1e-5));
    assertThat(Gradients.scale(List.of(a, b), 1, Double.POSITIVE_INFINITY))
        .isCloseTo(1, within(1e-5));
  }

  @Test
  void withoutItemsTheNormIsNotFinite() {
    NDArray a = manager.create(new float[] {30});
    assertThat(Gradients.scale(List.of(a), 0, 1)).isInfinite();
  }

  private NDArray variable(float... values) {
    NDArray variable = manager.create(values);
    variable.setRequiresGradient(true);
    return variable;
  }

  @Test
  void whatALossDoesNotDependOnHasZeros() {
    try (WithGradients kept = new WithGradients()) {
      NDArray a = variable(1, 2);
      NDArray b = variable(3, 4);
      NDList gradients = Gradients.of(a.mul(a).sum(), List.of(a, b), 0.5);
      assertThat(gradients.get(0).toFloatArray()).containsExactly(4, 8);
      assertThat(gradients.get(1).toFloatArray()).containsExactly(0, 0);
      Gradients.add(gradients, List.of(variable(1, 1), variable(5, 6)));
      assertThat(gradients.get(0).toFloatArray()).containsExactly(5, 9);
      assertThat(gradients.get(1).toFloatArray()).containsExactly(5, 6);
    }
  }

  /** The gradients of a sum's terms are one array inside the engine, seen in two shapes. */
  @ParameterizedTest
  @ValueSource(ints = {3, 100_000})
  void eachGradientHasItsOwnMemory(int size) {
    NDArray a = manager.ones(new Shape(size));
    NDArray b = manager.ones(new Shape(1, size));
    NDArray c = manager.ones(new Shape(size));
    List<NDArray> variables = List.of(a, b, c);
    variables.forEach(variable -> variable.setRequiresGradient(true));
    try (WithGradients kept = new WithGradients()) {
      NDArray sum = a.add(b.reshape(size));
      NDList gradients = Gradients.of(sum.mul(sum).add(c).sum(), variables, 1);
      Gradients.scale(gradients, 2, Double.POSITIVE_INFINITY);
      assertThat(gradients.get(0).mean().getFloat()).isEqualTo(2);
      assertThat(gradients.get(1).mean().getFloat()).isEqualTo(2);
      assertThat(gradients.get(2).mean().getFloat()).isEqualTo(0.5f);
    }
  }
}
