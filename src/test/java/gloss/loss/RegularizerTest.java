package gloss.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import gloss.recipe.RegularizerRecipe;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegularizerTest {
  private static final float[] VALUES = {0.5f, -2, 0, 3};

  private static float[] gradient(Regularizer regularizer, double value) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray first = manager.create(VALUES, new Shape(2, 2));
      NDArray second = manager.create(new float[] {1});
      first.setRequiresGradient(true);
      second.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray penalty = regularizer.of(List.of(first, second));
        assertThat((double) penalty.getFloat()).isCloseTo(value, within(1e-6));
        collector.backward(penalty);
      }
      return first.getGradient().toFloatArray();
    }
  }

  @Test
  void absoluteValuesPullEvenlyAndSquaresInProportion() {
    assertThat(gradient(Regularizer.of(new RegularizerRecipe.L1(0.1)), 0.65))
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(0.1f, -0.1f, 0, 0.1f);
    assertThat(gradient(Regularizer.of(new RegularizerRecipe.L2(0.1)), 0.7125))
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(0.05f, -0.2f, 0, 0.3f);
  }

  @Test
  void theElasticNetIsAMixtureAsInScikitLearn() {
    // alpha · l1_ratio · ‖w‖₁ + alpha · (1 − l1_ratio) / 2 · ‖w‖₂²
    assertThat(
            gradient(
                Regularizer.of(new RegularizerRecipe.ElasticNet(0.4, 0.25)),
                0.1 * 6.5 + 0.3 / 2 * 14.25))
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(0.1f + 0.15f, -0.1f - 0.6f, 0, 0.1f + 0.9f);
  }

  @Test
  void itIsAddedForEachItemAndNotReported() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray weights = manager.create(VALUES);
      LossSum loss = new LossSum(manager.create(7f), 7, 5);
      LossSum more = new Regularizer(0.1, 0).addTo(loss, List.of(weights));
      assertThat((double) more.sum().getFloat()).isCloseTo(7 + 5 * 0.55, within(1e-5));
      assertThat(more.plain()).isEqualTo(7);
      assertThat(more.count()).isEqualTo(5);
      assertThat(Regularizer.of(new RegularizerRecipe.None()).addTo(loss, List.of(weights)))
          .isSameAs(loss);
    }
  }
}
