package gloss.optim;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.recipe.OptimizerRecipe;
import gloss.recipe.RegularizerRecipe;
import gloss.yaml.Named;
import gloss.yaml.RecordReader;
import gloss.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The index of optimizers. */
class OptimizersTest {
  private static List<String> names(Class<?> family) {
    return Arrays.stream(family.getPermittedSubclasses())
        .map(type -> type.getAnnotation(Named.class).value())
        .toList();
  }

  private static OptimizerRecipe recipe(String name) {
    return new RecordReader(path -> path)
        .read(OptimizerRecipe.class, YamlFile.parse("type: " + name, "recipe.yaml"));
  }

  @TestFactory
  Stream<DynamicTest> everyOptimizerIsMadeAndGoesDown() {
    return names(OptimizerRecipe.class).stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> goesDown(recipe(name))));
  }

  /** The bowl (w − 1)², from any side. */
  private static void goesDown(OptimizerRecipe recipe) {
    float[] start = {3, -2, 0, 5};
    try (NDManager manager = NDManager.newBaseManager()) {
      Map<String, NDArray> weights = new LinkedHashMap<>();
      weights.put("w", manager.create(start));
      try (Optimizer optimizer = Optimizers.of(recipe, manager, weights)) {
        for (int step = 0; step < 200; step++) {
          float[] slope = weights.get("w").toFloatArray();
          for (int i = 0; i < slope.length; i++) {
            slope[i] = 2 * (slope[i] - 1);
          }
          optimizer.update(List.of(manager.create(slope)), 2 * recipe.rate());
        }
      }
      float[] end = weights.get("w").toFloatArray();
      for (int i = 0; i < end.length; i++) {
        assertThat(Math.abs(end[i] - 1)).isLessThan(Math.abs(start[i] - 1));
      }
    }
  }

  @Test
  void onlyGradientDescentTakesAllBatchesAtOnce() {
    for (String name : names(OptimizerRecipe.class)) {
      assertThat(recipe(name).fullBatch()).isEqualTo(name.equals("gradient-descent"));
    }
  }

  @Test
  void theReadmeNamesEveryOptimizerAndPenalty() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    Map<String, Class<?>> rows =
        Map.of("optimizers", OptimizerRecipe.class, "penalties", RegularizerRecipe.class);
    rows.forEach(
        (heading, family) -> {
          Matcher row = Pattern.compile("(?m)^\\| " + heading + " \\| (.*) \\|$").matcher(readme);
          assertThat(row.find()).as("a row of " + heading).isTrue();
          assertThat(
                  Pattern.compile("`([a-z0-9-]+)`")
                      .matcher(row.group(1))
                      .results()
                      .map(match -> match.group(1))
                      .toList())
              .isEqualTo(names(family));
        });
  }
}
