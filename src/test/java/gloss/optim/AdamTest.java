package gloss.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.recipe.OptimizerRecipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Adam in the engine against Adam in plain Java. */
class AdamTest {
  private static final int STEPS = 10;
  private static final int[] SIZES = {6, 1, 3};

  private NDManager manager;
  private final Random random = new Random(21);

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /** One weight, as in the formula, in double precision. */
  private static final class Plain {
    private final OptimizerRecipe.AdamW recipe;
    private double weight;
    private double mean;
    private double square;
    private int step;

    Plain(OptimizerRecipe.AdamW recipe, double weight) {
      this.recipe = recipe;
      this.weight = weight;
    }

    void update(double gradient, double rate) {
      step++;
      mean = recipe.beta1() * mean + (1 - recipe.beta1()) * gradient;
      square = recipe.beta2() * square + (1 - recipe.beta2()) * gradient * gradient;
      double meanHat = mean / (1 - Math.pow(recipe.beta1(), step));
      double squareHat = square / (1 - Math.pow(recipe.beta2(), step));
      weight -= rate * recipe.weightDecay() * weight;
      weight -= rate * meanHat / (Math.sqrt(squareHat) + recipe.epsilon());
    }
  }

  private Map<String, NDArray> weights() {
    Map<String, NDArray> weights = new LinkedHashMap<>();
    weights.put("matrix", manager.create(values(SIZES[0]), new Shape(2, 3)));
    weights.put("one", manager.create(values(SIZES[1])));
    weights.put("vector", manager.create(values(SIZES[2])));
    return weights;
  }

  private float[] values(int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private void checkAgainstPlain(OptimizerRecipe.AdamW recipe) {
    Map<String, NDArray> weights = weights();
    List<List<Plain>> plain =
        weights.values().stream()
            .map(
                array -> {
                  List<Plain> ofArray = new ArrayList<>();
                  for (float value : array.toFloatArray()) {
                    ofArray.add(new Plain(recipe, value));
                  }
                  return ofArray;
                })
            .toList();
    try (Optimizer adam = Optimizers.of(recipe, manager, weights)) {
      for (int step = 1; step <= STEPS; step++) {
        double rate = recipe.rate() * step / STEPS;
        List<NDArray> gradients =
            weights.values().stream()
                .map(w -> manager.create(values((int) w.size()), w.getShape()))
                .toList();
        adam.update(gradients, rate);
        for (int i = 0; i < gradients.size(); i++) {
          float[] gradient = gradients.get(i).toFloatArray();
          for (int k = 0; k < gradient.length; k++) {
            plain.get(i).get(k).update(gradient[k], rate);
          }
        }
        assertEqual(List.copyOf(weights.values()), plain);
      }
    }
  }

  private static void assertEqual(List<NDArray> weights, List<List<Plain>> plain) {
    for (int i = 0; i < weights.size(); i++) {
      float[] values = weights.get(i).toFloatArray();
      for (int k = 0; k < values.length; k++) {
        assertThat((double) values[k]).isCloseTo(plain.get(i).get(k).weight, within(2e-6));
      }
    }
  }

  @Test
  void isTheFormula() {
    checkAgainstPlain(new OptimizerRecipe.AdamW(0.05, 0.9, 0.98, 1e-9, 0));
    checkAgainstPlain(new OptimizerRecipe.AdamW(0.05, 0.5, 0.999, 1e-3, 0));
  }

  @Test
  void weightDecayIsDecoupledFromTheGradient() {
    checkAgainstPlain(new OptimizerRecipe.AdamW(0.05, 0.9, 0.98, 1e-9, 0.3));
  }

  @Test
  void withoutGradientOnlyDecayActs() {
    Map<String, NDArray> weights = weights();
    float before = weights.get("one").getFloat();
    try (Optimizer adam =
        Optimizers.of(new OptimizerRecipe.AdamW(0.1, 0.9, 0.98, 1e-9, 0.5), manager, weights)) {
      adam.update(weights.values().stream().map(w -> manager.zeros(w.getShape())).toList(), 0.1);
      assertThat(weights.get("one").getFloat()).isCloseTo(before * 0.95f, within(1e-6f));
    }
  }

  @Test
  void theStateIsAllThatTheNextStepNeeds() {
    OptimizerRecipe recipe = new OptimizerRecipe.Adam(0.05, 0.9, 0.98, 1e-9);
    Map<String, NDArray> weights = weights();
    try (Optimizer adam = Optimizers.of(recipe, manager, weights)) {
      assertThat(adam.state().keySet())
          .contains("mean.matrix", "square.vector", "step.one")
          .hasSize(3 * weights.size());
      adam.update(weights.values().stream().map(NDArray::duplicate).toList(), 0.05);
      Map<String, NDArray> copies = new LinkedHashMap<>();
      weights.forEach((name, array) -> copies.put(name, array.duplicate()));
      try (Optimizer other = Optimizers.of(recipe, manager, copies)) {
        other.state().forEach((name, array) -> adam.state().get(name).copyTo(array));
        List<NDArray> gradients = weights.values().stream().map(NDArray::duplicate).toList();
        adam.update(gradients, 0.05);
        other.update(gradients, 0.05);
        copies.forEach(
            (name, array) ->
                assertThat(array.toFloatArray()).isEqualTo(weights.get(name).toFloatArray()));
      }
    }
  }
}
