package gloss.task.table;

import static gloss.model.StopAt.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.model.Evaluation;
import gloss.model.Model;
import gloss.model.ModelFolder;
import gloss.pipeline.Predictor;
import gloss.recipe.Recipe;
import gloss.task.Tasks;
import gloss.text.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both tasks of tables from recipe to prediction, and every mistake in a table. */
class TableTrainingTest {
  private static final String SHORT = "training.until=[6 steps]";

  @TempDir private Path folder;
  private Path table;
  private ModelFolder model;

  /** y = 3 a − b + 10 where kind is up, 10 less where it is down; some cells are missing. */
  @BeforeEach
  void write() throws IOException {
    Random random = new Random(5);
    List<String> lines = new ArrayList<>(List.of("a;b;kind;y;side"));
    for (int i = 0; i < 300; i++) {
      double a = random.nextGaussian();
      double b = 100 + 20 * random.nextGaussian();
      boolean up = random.nextBoolean();
      double y = 3 * a - (b - 100) / 20 + (up ? 10 : 0);
      lines.add(
          String.format(
              Locale.ROOT,
              "%.4f;%s;%s;%.4f;%s",
              a,
              i % 17 == 3 ? "NA" : String.format(Locale.ROOT, "%.2f", b),
              up ? "up" : "\"going; down\"",
              y,
              y > 5 ? "high" : y > 0 ? "middle" : "low"));
    }
    table = Files.write(folder.resolve("rows.csv"), lines);
    model = new ModelFolder(folder.resolve("model"));
  }

  private Recipe recipe(String task, String target, String... settings) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("recipe.yaml"),
            "task: %s\ndata: {train: rows.csv, target: %s, hold-out: {test: 0.2}}\n"
                .formatted(task, target));
    return Recipe.load(file, List.of(settings));
  }

  private Recipe regression(String... settings) throws IOException {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("data.ignore=[side]");
    return recipe("regression", "y", all.toArray(String[]::new));
  }

  private Recipe classes(String... settings) throws IOException {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("data.ignore=[y]");
    return recipe("tabular-classification", "side", all.toArray(String[]::new));
  }

  private double evaluate(String metric) throws IOException {
    try (Model loaded = Tasks.load(model.path())) {
      assertThat(loaded.testSplits()).containsExactly("test");
      Evaluation evaluation = loaded.evaluate("test");
      assertThat(evaluation.outputs()).hasSizeBetween(55, 65);
      return evaluation.score(metric).value();
    }
  }

  @Test
  void aLinearNetworkFindsALinearRule() throws IOException {
    train(
        Tasks.start(
            regression(
                "network.type=linear",
                "training.optimizer.rate=0.05",
                "training.until=[40 epochs]"),
            model),
        0);
    assertThat(evaluate("r2")).isGreaterThan(0.9);
    try (Predictor predictor = Predictor.load(model.path())) {
      double up = predictor.predict(Map.of("a", "1", "b", "100", "kind", "up")).number();
      double down = predictor.predict(Map.of("a", "1", "b", "100", "kind", "going; down")).number();
      assertThat(up - down).isBetween(8.5, 11.5);
      // Neither value of the kind: between the two.
      assertThat(predictor.predict(Map.of("a", "1", "b", "", "kind", "strange")).number())
          .isFinite();
    }
  }

  @Test
  void aPerceptronLearnsClasses() throws IOException {
    train(
        Tasks.start(
            classes(
                "network.hidden=[16]",
                "training.optimizer.rate=0.02",
                "training.until=[30 epochs]",
                "training.validate.metric=accuracy"),
            model),
        0);
    assertThat(evaluate("accuracy")).isGreaterThan(0.8);
    try (Predictor predictor = Predictor.load(model.path())) {
      assertThat(predictor.classes()).containsExactly("high", "low", "middle");
      List<String> labels = new ArrayList<>();
      predictor.predict(
          new ByteArrayInputStream(
              "kind,a,b,more\nup,2,100,x\n\"going; down\",-2,100,y\n"
                  .getBytes(StandardCharsets.UTF_8)),
          "stdin",
          prediction -> {
            labels.add(prediction.label());
            assertThat(prediction.probabilities().values().stream().mapToDouble(p -> p).sum())
                .isBetween(0.999, 1.001);
          });
      assertThat(labels).containsExactly("high", "low");
    }
    assertThat(Files.readString(model.path().resolve("columns.json")))
        .contains("\"going; down\"", "\"missing\": true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: focal, class-weights: {type: inverse-frequency}}",
        "{type: multi-class-hinge}",
        "{type: mse}",
        "{type: uncertainty, losses: [{}, {type: squared-hinge}]}"
      })
  void everyKindOfLossOfClassesTrainsAndResumesExactly(String loss) throws IOException {
    resumesExactly(classes("loss=" + loss, "network.dropout=0.2", SHORT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: huber}",
        "{type: quantile, quantile: 0.9}",
        "{type: adaptive-robust}",
        "{type: sum, terms: [{loss: {type: mae}}, {weight: 0.5, loss: {type: log-cosh}}]}"
      })
  void everyKindOfLossOfNumbersTrainsAndResumesExactly(String loss) throws IOException {
    resumesExactly(regression("loss=" + loss, "network.dropout=0.2", SHORT));
  }

  private void resumesExactly(Recipe recipe) throws IOException {
    ModelFolder whole = new ModelFolder(folder.resolve("whole"));
    assertThat(train(Tasks.start(recipe, whole), 0).complete()).isTrue();
    assertThat(train(Tasks.start(recipe, model), 3).complete()).isFalse();
    assertThat(train(Tasks.resume(recipe, model, warning -> {}), 0).complete()).isTrue();
    String last = "checkpoints/step-000000006.safetensors";
    assertThat(model.weights()).hasSameBinaryContentAs(whole.weights());
    assertThat(model.path().resolve(last)).exists();
    assertThat(Files.readString(whole.log())).contains("\"unit\":\"rows\"");
    assertThat(Files.readString(whole.log())).doesNotContain("perplexity");
  }

  @Test
  void poissonPredictsCounts() throws IOException {
    List<String> lines = new ArrayList<>(List.of("x,count"));
    for (int i = 0; i < 200; i++) {
      lines.add(i % 2 + "," + (i % 2 == 0 ? 2 : 20));
    }
    Files.write(table, lines);
    train(
        Tasks.start(
            recipe(
                "regression",
                "count",
                "loss={type: poisson}",
                "network={type: linear}",
                "training.optimizer.rate=0.05",
                "training.until=[60 epochs]"),
            model),
        0);
    try (Predictor predictor = Predictor.load(model.path())) {
      assertThat(predictor.predict(Map.of("x", "0")).number()).isBetween(1.0, 3.5);
      assertThat(predictor.predict(Map.of("x", "1")).number()).isBetween(15.0, 25.0);
    }
  }

  @Test
  void aModelCanBeginFromAnother() throws IOException {
    train(Tasks.start(regression(SHORT), model), 0);
    ModelFolder tuned = new ModelFolder(folder.resolve("tuned"));
    train(Tasks.start(regression("from=model", SHORT), tuned), 0);
    assertThat(tuned.path().resolve("columns.json"))
        .hasSameBinaryContentAs(model.path().resolve("columns.json"));
    assertThatThrownBy(
            () -> Tasks.start(classes("from=model"), new ModelFolder(folder.resolve("other"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("predicts the numbers 'y', not the classes 'side'");
  }

  private void assertRefused(Recipe recipe, String... parts) {
    assertThatThrownBy(() -> Tasks.start(recipe, model).close())
        .isInstanceOf(InputException.class)
        .message()
        .contains(parts)
        .doesNotContain("\n");
    assertThat(model.path()).doesNotExist();
  }

  private void table(String... lines) throws IOException {
    Files.write(table, List.of(lines));
  }

  @Test
  void mistakesInTablesAreToldWithTheirLine() throws IOException {
    assertRefused(recipe("regression", "yy"), "no column 'yy'", "did you mean 'y'");
    assertRefused(recipe("regression", "y", "data.ignore=[sides]"), "data.ignore", "'side'");
    table("a,b", "1,2", "2", "3,4");
    assertRefused(recipe("regression", "b"), "rows.csv:3: has 1 cell");
    table("a,b", "1,2", "2,NaN", "3,4");
    assertRefused(recipe("regression", "b"), "rows.csv:3: has no value to learn from", "NaN");
    table("a,b", "1,2", "2,two", "3,4");
    assertRefused(recipe("regression", "b"), "rows.csv:3: 'two' is no number (column 'b')");
    table("a,b", "1,x", "2,", "3,y");
    assertRefused(recipe("tabular-classification", "b"), "rows.csv:3: has no label (column 'b')");
    table("a,b", "1,x", "2,x", "3,x");
    assertRefused(recipe("tabular-classification", "b"), "nothing to learn", "always 'x'");
    table("a,b", "1,7", "2,7", "3,7", "4,7", "5,7", "6,7", "7,7", "8,7", "9,7", "8,7", "8,7");
    assertRefused(recipe("regression", "b"), "nothing to learn", "the same in all rows");
    table("a,b");
    assertRefused(recipe("regression", "b"), "rows.csv", "no row");
    Files.writeString(table, "");
    assertRefused(recipe("regression", "b"), "rows.csv: is empty");
    Files.delete(table);
    assertThatThrownBy(() -> Tasks.start(recipe("regression", "b"), model))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("rows.csv");
  }

  @Test
  void aStrayTextInAColumnOfNumbersIsNoCategory() throws IOException {
    List<String> lines = new ArrayList<>(List.of("a,b"));
    for (int i = 0; i < 60; i++) {
      lines.add((i % 20 == 10 ? "12 m" : i) + "," + 2 * i);
    }
    Files.write(table, lines);
    assertRefused(recipe("regression", "b"), "'12 m' is no number", "data.form.missing");
    train(Tasks.start(recipe("regression", "b", "data.form.missing=['12 m']", SHORT), model), 0);
  }

  @Test
  void anotherTableMustHaveTheColumnsAndClasses() throws IOException {
    train(Tasks.start(classes(SHORT), model), 0);
    Path other = folder.resolve("other.csv");
    Files.writeString(other, "a,b,kind,side\n1,2,up,left\n");
    assertThatThrownBy(() -> predict("a,kind\n1,up\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("stdin: has no column 'b'");
    assertThatThrownBy(() -> predict("a,b,kind\nx,1,up\n"))
        .hasMessageContaining("stdin:2: 'x' is no number (column 'a')");
    assertThat(predict("b,a,kind\n")).isEmpty();
    Recipe with =
        Recipe.parse(
            Files.readString(model.recipe()).replace("test: {}", "test: {other: [" + other + "]}"),
            model.recipe());
    try (TableModel loaded =
        new TableModel((gloss.recipe.TableRecipe) with, TableInput.read(model.path()))) {
      assertThatThrownBy(() -> loaded.evaluate("other"))
          .hasMessageContaining("other.csv:2: the class 'left' is not among those");
      assertThatThrownBy(() -> loaded.evaluate("othr"))
          .hasMessageContaining("no split 'othr'; did you mean 'other'?");
    }
  }

  private List<String> predict(String csv) throws IOException {
    List<String> labels = new ArrayList<>();
    try (Predictor predictor = Predictor.load(model.path())) {
      predictor.predict(
          new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
          "stdin",
          prediction -> labels.add(prediction.label()));
    }
    return labels;
  }
}
