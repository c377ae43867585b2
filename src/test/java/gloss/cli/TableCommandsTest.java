package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on tables: train, predict, classify, evaluate, inspect, cross-validate. */
class TableCommandsTest {
  @TempDir private Path folder;
  private Path model;

  private static Processes.Result run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
    int exit =
        Gloss.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Processes.Result(exit, out.toString(), err.toString());
  }

  @BeforeEach
  void write() throws IOException {
    List<String> lines = new ArrayList<>(List.of("x\ty\tside"));
    for (int i = 0; i < 120; i++) {
      lines.add(i % 30 + "\t" + 2 * (i % 30) + "\t" + (i % 30 < 15 ? "low, left" : "high"));
    }
    Files.write(folder.resolve("rows.tsv"), lines);
    model = folder.resolve("model");
    recipe("regression", "y");
  }

  private void recipe(String task, String target) throws IOException {
    Files.writeString(
        folder.resolve("recipe.yaml"),
        """
        task: %s
        data: {train: rows.tsv, target: %s, hold-out: {test: 0.2}}
        network: {hidden: [8]}
        training: {optimizer: {rate: 0.02}, until: 20 epochs}
        """
            .formatted(task, target));
  }

  @Test
  void numbersFromTrainingToPredictions() throws IOException {
    Processes.Result trained = done(run("train", folder, "--out", model));
    assertThat(trained.err())
        .contains("y from 2 columns (3 numbers); training on", "rmse", "r2", "done after")
        .doesNotContain("ppl");
    assertThat(run("evaluate", model).ok().out()).contains("test: RMSE", "test: R2");
    assertThat(run("evaluate", model, "-m", "mae", "--split", "valid").ok().out())
        .startsWith("valid: MAE");
    assertThat(Files.readString(model.resolve("report.html"))).contains("Rows a second", "RMSE");
    assertThat(run("inspect", model).ok().out())
        .contains("regression, 2 columns → y", "perceptron: hidden [8]", "side (2 values)");
    Path table = Files.writeString(folder.resolve("in.csv"), "side,x\n\"low, left\",3\nhigh,28\n");
    assertThat(run("predict", model, "-i", table).ok().out().lines()).hasSize(2);
    assertThat(run("predict", model, "-i", table, "--format", "csv").ok().out())
        .startsWith("side,x,y (predicted)\n\"low, left\",3,");
    assertThat(run("predict", model, "-i", table, "--format", "jsonl").ok().out())
        .startsWith("{\"line\":2,\"y\":");
    assertFails(run("classify", model, table), "is not a model for pictures");
    assertFails(run("evaluate", model, "--beam", "3"), "has no search");
    assertFails(run("evaluate", model, "-m", "bleu"), "no metric of numbers is called 'bleu'");
    assertFails(run("translate", model), "is not a model for translation");
  }

  @Test
  void classesFromTrainingToPredictions() throws IOException {
    recipe("tabular-classification", "side");
    done(run("train", folder, "--out", model));
    assertThat(run("evaluate", model).ok().out()).contains("test: accuracy", "test: f1");
    assertThat(Files.readString(model.resolve("report.html"))).contains("Confusion");
    Path table = Files.writeString(folder.resolve("in.csv"), "x,y\n3,6\n28,56\n");
    assertThat(run("classify", model, table, "--top", "2").ok().out())
        .startsWith(table + ":2\t")
        .contains("low, left", "high");
    Path out = folder.resolve("out.csv");
    run("predict", model, "-i", table, "-o", out, "--format", "csv").ok();
    assertThat(Files.readAllLines(out)).hasSize(3).first().isEqualTo("x,y,side (predicted)");
  }

  @Test
  void crossValidationTellsMeanAndDeviationOfEachMetric() throws IOException {
    Processes.Result result =
        done(
            run(
                "cross-validate",
                folder,
                "-k",
                "3",
                "--set",
                "training.until=[2 epochs]",
                "--set",
                "data.hold-out.test=0.0"));
    assertThat(result.out().lines()).hasSize(5);
    assertThat(result.out()).containsPattern("rmse +\\d+\\.\\d+ ± \\d+\\.\\d+ +\\S+ \\S+ \\S+\n");
    assertThat(folder.resolve("folds/fold-3/weights.safetensors")).exists();
    assertFails(run("cross-validate", folder, "-k", "1"), "--folds must be at least 2");
  }

  @Test
  void theTableOfFoldsIsRight() {
    assertThat(CrossValidateCommand.table(java.util.Map.of("mae", List.of(1.0, 2.0, 3.0))))
        .last()
        .asString()
        .matches("mae +2\\.0000 ± 1\\.0000 +1\\.0000 2\\.0000 3\\.0000");
  }

  @Test
  void mistakesAreOneLineAndLeaveNothing() throws IOException {
    Files.writeString(folder.resolve("rows.tsv"), "x\ty\n1\t2\n2\n");
    assertFails(run("train", folder, "--out", model), "rows.tsv:3: has 1 cell");
    assertThat(model).doesNotExist();
    recipe("regression", "why");
    assertFails(run("train", folder, "--out", model), "no column 'why'");
    recipe("tabular-classification", "y");
    assertFails(
        run("train", folder, "--out", model, "--set", "loss.type=huber"), "'huber' does not fit");
    assertFails(
        run("train", folder, "--set", "training.validate.metric=rmse"), "unknown name 'rmse'");
  }

  /** Training tells its progress on stderr. */
  private static Processes.Result done(Processes.Result result) {
    assertThat(result.exit()).as(result.err()).isZero();
    return result;
  }

  private static void assertFails(Processes.Result result, String... parts) {
    assertThat(result.errLines()).as(result.err()).hasSize(1);
    assertThat(result.err()).startsWith("gloss: ").contains(parts);
    assertThat(result.exit()).isEqualTo(2);
  }
}
