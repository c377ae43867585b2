package gloss.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import gloss.recipe.OptimizerRecipe;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every optimizer, step for step, against what PyTorch's does with the same gradients; {@code
 * src/test/python/optimizer_trajectories.py} wrote it down.
 */
class TrajectoriesTest {
  private static final List<Shape> SHAPES = List.of(new Shape(3, 4), new Shape(5), new Shape(1));

  private static final double RATE = 0.05;

  private static final Map<String, OptimizerRecipe> RECIPES = new LinkedHashMap<>();

  static {
    RECIPES.put("sgd", OptimizerRecipe.Sgd.plain(RATE, 0));
    RECIPES.put("sgd decay", new OptimizerRecipe.GradientDescent(RATE, 0.1));
    RECIPES.put("sgd momentum", new OptimizerRecipe.Sgd(RATE, 0.9, 0, false, 0));
    RECIPES.put(
        "sgd momentum dampening decay", new OptimizerRecipe.Sgd(RATE, 0.8, 0.3, false, 0.1));
    RECIPES.put("sgd nesterov decay", new OptimizerRecipe.Sgd(RATE, 0.9, 0, true, 0.1));
    RECIPES.put("adagrad", new OptimizerRecipe.Adagrad(RATE, 0, 1e-10, 0));
    RECIPES.put("adagrad slowing decay", new OptimizerRecipe.Adagrad(RATE, 0.1, 1e-10, 0.1));
    RECIPES.put("rmsprop", new OptimizerRecipe.RmsProp(RATE, 0.99, 1e-8, 0, false, 0));
    RECIPES.put(
        "rmsprop momentum centered decay",
        new OptimizerRecipe.RmsProp(RATE, 0.9, 1e-6, 0.7, true, 0.1));
    RECIPES.put("adadelta", new OptimizerRecipe.Adadelta(1, 0.9, 1e-6, 0));
    RECIPES.put("adadelta decay", new OptimizerRecipe.Adadelta(1, 0.8, 1e-4, 0.1));
    RECIPES.put("adam", new OptimizerRecipe.Adam(RATE, 0.9, 0.999, 1e-8, 0));
    RECIPES.put("adam decay", new OptimizerRecipe.Adam(RATE, 0.8, 0.98, 1e-8, 0.1));
    RECIPES.put("adamw decay", new OptimizerRecipe.AdamW(RATE, 0.8, 0.98, 1e-8, 0.1));
    RECIPES.put("amsgrad decay", new OptimizerRecipe.AmsGrad(RATE, 0.8, 0.9, 1e-8, 0.1));
    RECIPES.put("adafactor", new OptimizerRecipe.Adafactor(0.3, -0.8, 1e-3, 1, 0));
    RECIPES.put("adafactor decay", new OptimizerRecipe.Adafactor(0.3, -0.5, 0.01, 1.2, 0.1));
    RECIPES.put("lion", new OptimizerRecipe.Lion(RATE, 0.9, 0.99, 0));
    RECIPES.put("lion decay", new OptimizerRecipe.Lion(RATE, 0.8, 0.95, 0.1));
  }

  /** What stands in the file. */
  private record Expected(Map<String, Trajectory> cases, Clipping clipping) {}

  /** Arrays by weight, and in the lists by step. */
  private record Trajectory(
      double rate, float[][] start, List<float[][]> gradients, List<float[][]> after) {}

  private record Clipping(float[][] before, double norm, float[][] byNorm, float[][] byValue) {}

  private static Expected expected() throws IOException {
    try (InputStream in = TrajectoriesTest.class.getResourceAsStream("trajectories.json");
        Reader reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, Expected.class);
    }
  }

  private static List<NDArray> arrays(NDManager manager, float[][] values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> manager.create(values[i], SHAPES.get(i)))
        .toList();
  }

  private static Map<String, NDArray> weights(NDManager manager, float[][] values) {
    Map<String, NDArray> weights = new LinkedHashMap<>();
    arrays(manager, values).forEach(array -> weights.put("w" + weights.size(), array));
    weights.values().forEach(array -> array.setRequiresGradient(true));
    return weights;
  }

  private static void assertClose(Iterable<NDArray> arrays, float[][] expected) {
    int i = 0;
    for (NDArray array : arrays) {
      float[] values = array.toFloatArray();
      for (int k = 0; k < values.length; k++) {
        double tolerance = 1e-6 * Math.max(1, Math.abs(expected[i][k]));
        assertThat((double) values[k]).isCloseTo(expected[i][k], within(tolerance));
      }
      i++;
    }
  }

  @TestFactory
  List<DynamicTest> everyStepIsThatOfTheReference() throws IOException {
    Map<String, Trajectory> cases = expected().cases;
    assertThat(RECIPES.keySet()).containsExactlyInAnyOrderElementsOf(cases.keySet());
    return RECIPES.entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(), () -> check(e.getValue(), cases.get(e.getKey()))))
        .toList();
  }

  private static void check(OptimizerRecipe recipe, Trajectory expected) {
    int steps = expected.after.size();
    assertThat(steps).isGreaterThanOrEqualTo(20);
    assertThat(recipe.rate()).isEqualTo(expected.rate);
    try (NDManager manager = NDManager.newBaseManager()) {
      Map<String, NDArray> weights = weights(manager, expected.start);
      try (Optimizer optimizer = Optimizers.of(recipe, manager, weights)) {
        for (int step = 1; step <= steps; step++) {
          double rate = expected.rate * (0.5 + step / (double) steps);
          optimizer.update(arrays(manager, expected.gradients.get(step - 1)), rate);
          assertClose(weights.values(), expected.after.get(step - 1));
        }
      }
    }
  }

  @TestFactory
  List<DynamicTest> theStateIsAllThatTheNextStepNeeds() throws IOException {
    Map<String, Trajectory> cases = expected().cases;
    return RECIPES.entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(), () -> checkState(e.getValue(), cases.get(e.getKey()))))
        .toList();
  }

  private static void checkState(OptimizerRecipe recipe, Trajectory expected) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Map<String, NDArray> weights = weights(manager, expected.start);
      Map<String, NDArray> others = weights(manager, expected.start);
      try (Optimizer one = Optimizers.of(recipe, manager, weights);
          Optimizer other = Optimizers.of(recipe, manager, others)) {
        for (int step = 0; step < 3; step++) {
          one.update(arrays(manager, expected.gradients.get(step)), expected.rate);
        }
        others.forEach((name, array) -> array.set(weights.get(name).toFloatArray()));
        other.state().forEach((name, array) -> array.set(one.state().get(name).toFloatArray()));
        one.update(arrays(manager, expected.gradients.get(3)), expected.rate);
        other.update(arrays(manager, expected.gradients.get(3)), expected.rate);
        weights.forEach(
            (name, array) ->
                assertThat(array.toFloatArray()).isEqualTo(others.get(name).toFloatArray()));
        assertThat(one.state().keySet()).isEqualTo(other.state().keySet());
      }
    }
  }

  @Test
  void clippingIsThatOfTheReference() throws IOException {
    Clipping expected = expected().clipping;
    try (NDManager manager = NDManager.newBaseManager()) {
      List<NDArray> gradients = arrays(manager, expected.before);
      double norm = Gradients.scale(gradients, 1, 1.5);
      assertThat(norm).isCloseTo(expected.norm, within(1e-6 * expected.norm));
      assertClose(gradients, expected.byNorm);
      gradients = arrays(manager, expected.before);
      Gradients.clamp(gradients, 0.4);
      assertClose(gradients, expected.byValue);
    }
  }
}
