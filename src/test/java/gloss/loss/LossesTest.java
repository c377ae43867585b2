package gloss.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import gloss.recipe.ClassLossRecipe;
import gloss.recipe.ClassWeightsRecipe;
import gloss.recipe.NumberLossRecipe;
import gloss.text.InputException;
import gloss.yaml.Default;
import gloss.yaml.Named;
import gloss.yaml.RecordReader;
import gloss.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The index of losses, and what all of them have in common. */
class LossesTest {
  private static final Map<String, String> REQUIRED =
      Map.of(
          "sum", "terms: [{loss: {}}, {weight: 0.5, loss: {}}]",
          "uncertainty", "losses: [{}, {}]",
          "scheduled-focal", "steps: 10");

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private static <T> T read(Class<T> family, String yaml) {
    return new RecordReader(path -> path).read(family, YamlFile.parse(yaml, "recipe.yaml"));
  }

  private static Stream<String> names(Class<?> family) {
    return Arrays.stream(family.getPermittedSubclasses())
        .map(type -> type.getAnnotation(Named.class).value());
  }

  private static String yaml(String name) {
    return "{type: " + name + ", " + REQUIRED.getOrDefault(name, "") + "}";
  }

  private Loss numbers(String yaml) {
    return Losses.of(read(NumberLossRecipe.class, yaml), new Losses.Numbers(manager, 3));
  }

  private Loss classes(String yaml) {
    return Losses.of(
        read(ClassLossRecipe.class, yaml), new Losses.Classes(manager, () -> new long[] {5, 3, 1}));
  }

  private NDArray matrix(double... values) {
    return manager.create(values, new Shape(2, 3)).toType(DataType.FLOAT32, true);
  }

  @TestFactory
  Stream<DynamicTest> everyLossOfNumbersIsMadeAndFallsTowardsTheTarget() {
    return names(NumberLossRecipe.class)
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      Loss loss = numbers(yaml(name));
                      NDArray targets = matrix(1, 2, 3, 3, 0, 1);
                      // Poisson predicts logarithms: its best prediction of 1 is 0.
                      double far = loss.of(matrix(-2, 9, -4, 5, 5, -6), targets).mean();
                      double near = loss.of(matrix(0.1, 0.7, 1.1, 1.1, -2, 0), targets).mean();
                      assertThat(near).isFinite().isLessThan(far);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyLossOfClassesIsMadeAndFallsTowardsTheTarget() {
    return names(ClassLossRecipe.class)
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      Loss loss = classes(yaml(name)).at(1);
                      NDArray targets = manager.create(new long[] {2, 0});
                      double far = loss.of(matrix(1, 2, 0, 0, 3, 1), targets).mean();
                      double near = loss.of(matrix(-1, 0, 2, 3, 0, -1), targets).mean();
                      assertThat(near).isNotNegative().isLessThan(far);
                    }));
  }

  @Test
  void aNameAloneMeansTheDefaults() {
    assertThat(numbers("{}")).isEqualTo(new MeanSquaredError());
    assertThat(numbers("{type: huber, delta: 2}")).isEqualTo(new Huber(2));
    assertThat(classes("{}")).isEqualTo(new CrossEntropy(0.1));
    assertThat(classes("{type: focal, class-weights: {type: given, weights: [1, 2, 4]}}"))
        .isEqualTo(new Focal(2, List.of(1.0, 2.0, 4.0)));
    assertThat(classes("{type: scheduled-focal, steps: 4}").at(1)).isEqualTo(new Focal(0.5));
    assertThat(
            ClassLossRecipe.CrossEntropy.class
                .getRecordComponents()[0]
                .getAnnotation(Default.class)
                .value())
        .isEqualTo("0.1");
  }

  @Test
  void aFamilyRefusesTheLossesOfAnother() {
    assertThatThrownBy(() -> numbers("{type: cross-entropy}"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "recipe.yaml:1: type: 'cross-entropy' does not fit here; one of "
                + String.join(", ", names(NumberLossRecipe.class).toList()));
    assertThatThrownBy(() -> numbers("{type: humber}"))
        .hasMessage("recipe.yaml:1: type: unknown name 'humber'; did you mean 'huber'?");
  }

  @Test
  void weightsMustBeAsManyAsClasses() {
    assertThatThrownBy(() -> classes("{class-weights: {type: given, weights: [1, 2]}}"))
        .isInstanceOf(InputException.class)
        .hasMessage("loss.class-weights: 2 weights for 3 classes");
    assertThatThrownBy(() -> classes("{type: binary-cross-entropy, positive-weights: [1, 2]}"))
        .isInstanceOf(InputException.class)
        .hasMessage("loss.positive-weights: 2 weights for 3 classes");
  }

  @Test
  void aSumIsTheSumOfItsTerms() {
    NDArray predictions = matrix(1, 2, 3, 4, 5, 6);
    NDArray targets = matrix(0, 2, 5, 4, 5, 7);
    LossSum sum =
        numbers("{type: sum, terms: [{weight: 0.25, loss: {type: mse}}, {loss: {type: mae}}]}")
            .of(predictions, targets);
    assertThat(sum.mean()).isCloseTo(0.25 * 6 / 6 + 4 / 6.0, within(1e-6));
    assertThat(LossSum.number(sum.sum()) / sum.count()).isCloseTo(sum.mean(), within(1e-6));
  }

  @Test
  void termsMayCountDifferentItems() {
    NDArray scores = matrix(1, 2, 0, 0, 3, 1);
    NDArray ids = manager.create(new long[] {2, 0});
    LossSum rows = new CrossEntropy(0).of(scores, ids);
    LossSum elements = new ProbabilityError().of(scores, ids);
    assertThat(elements.count()).isEqualTo(3 * rows.count());
    LossSum both = new FixedWeighting(List.of(2.0, 1.0)).combine(List.of(rows, elements));
    assertThat(both.mean()).isCloseTo(2 * rows.mean() + elements.mean(), within(1e-6));
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    NDArray row = manager.zeros(new Shape(6));
    assertThatThrownBy(() -> new MeanSquaredError().of(matrix(1, 2, 3, 4, 5, 6), row))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("predictions of shape (2, 3) do not fit targets of shape (6)");
    assertThatThrownBy(() -> new CrossEntropy(0).of(matrix(1, 2, 3, 4, 5, 6), row))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "scores of shape (2, 3) need one class id each, as int64; the targets are float32 of"
                + " shape (6)");
    assertThatThrownBy(
            () ->
                new CrossEntropy(0, List.of(1.0))
                    .of(matrix(1, 2, 3, 4, 5, 6), manager.create(new long[] {0, 1})))
        .hasMessage("1 weights for 3 classes");
  }

  @Test
  void parametersOutOfRangeAreRefused() {
    List<Runnable> wrong =
        List.of(
            () -> new Huber(0),
            () -> new SmoothL1(Double.NaN),
            () -> new Quantile(1),
            () -> new GeneralRobust(Double.NaN, 1),
            () -> new GeneralRobust(1, 0),
            () -> new CosineEmbedding(2),
            () -> new BinaryCrossEntropy(List.of()),
            () -> new BinaryCrossEntropy(List.of(-1.0)),
            () -> new BinaryFocal(-1, 0.5),
            () -> new BinaryFocal(1, 1),
            () -> new Hinge(0),
            () -> new SquaredHinge(Double.POSITIVE_INFINITY),
            () -> new MultiClassHinge(-1),
            () -> new Focal(Double.NaN),
            () -> new ScheduledFocal(0, -1, 1, List.of()),
            () -> new ScheduledFocal(0, 1, 0, List.of()),
            () -> new CrossEntropy(0.1, List.of(-1.0)),
            () -> new FixedWeighting(List.of()),
            () -> new CombinedLoss(List.of(), new FixedWeighting(List.of(1.0))),
            () -> new Regularizer(-1, 0),
            () -> ClassWeights.effectiveNumber(new long[] {1}, 1));
    wrong.forEach(
        maker -> assertThatThrownBy(maker::run).isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void theReadmeNamesEveryLoss() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (Class<?> family :
        List.of(ClassLossRecipe.class, NumberLossRecipe.class, ClassWeightsRecipe.class)) {
      String heading =
          family == ClassLossRecipe.class
              ? "classes"
              : family == NumberLossRecipe.class ? "numbers" : "class weights";
      Matcher row = Pattern.compile("(?m)^\\| " + heading + " \\| (.*) \\|$").matcher(readme);
      assertThat(row.find()).as("a row of " + heading).isTrue();
      List<String> named =
          Pattern.compile("`([a-z0-9-]+)`")
              .matcher(row.group(1))
              .results()
              .map(match -> match.group(1))
              .toList();
      assertThat(named).containsExactlyElementsOf(names(family).toList());
    }
  }
}
