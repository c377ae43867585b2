package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.corpus.Checksum;
import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.Recipe;
import gloss.task.Tasks;
import gloss.task.TinyCorpus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Advice names what it saw, and what it recommends can be trained as it is. */
class AdviseCommandTest {
  @TempDir private Path folder;

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

  private Path table(String header, IntFunction<String> row) throws IOException {
    List<String> lines = new ArrayList<>(List.of(header));
    for (int i = 0; i < 200; i++) {
      lines.add(row.apply(i));
    }
    return Files.write(folder.resolve("rows.csv"), lines);
  }

  /** Asks for advice, trains what is recommended for three steps, and returns what was said. */
  private String trained(Object... args) throws IOException {
    Path file = folder.resolve("advised.yaml");
    List<Object> words = new ArrayList<>(List.of("advise"));
    words.addAll(List.of(args));
    words.addAll(List.of("-o", file));
    String said = run(words.toArray()).ok().out();
    Recipe recipe = Recipe.load(file, List.of("training.until=[3 steps]", "training.average={}"));
    try (Training training = Tasks.startOver(recipe, new ModelFolder(folder.resolve("model")))) {
      assertThat(training.run(List.of(), () -> false).complete()).isTrue();
    }
    assertThat(folder.resolve("model/weights.safetensors")).exists();
    return said;
  }

  @Test
  void numbersThatAreLinearAndClean() throws IOException {
    Random random = new Random(1);
    Path table =
        table(
            "a,b,y",
            i -> {
              double a = random.nextGaussian();
              double b = random.nextGaussian();
              return a + "," + b + "," + (3 * a - b + 0.5 * random.nextGaussian());
            });
    assertThat(trained(table))
        .contains("task: regression", "network: {type: linear}", "explains 9", "loss: {type: mse}")
        .contains("metric: rmse", "the last column", "200 rows are few");
    assertThat(trained(table, "--target", "a", "-m", "mae"))
        .contains("to be predicted: 'a'", "loss: {type: mae}", "you care about it");
  }

  @Test
  void numbersThatAreNotLinearWithOutliers() throws IOException {
    Random random = new Random(2);
    Path table =
        table(
            "a,y",
            i -> {
              double a = 2 * random.nextDouble() - 1;
              return (i % 10 == 3 ? "" : a) + "," + (i % 60 == 5 ? 500 : a * a);
            });
    assertThat(trained(table))
        .contains("loss: {type: huber", "2.0 % of 'y' are outliers", "metric: mae")
        .contains("perceptron", "it is not linear", "'a' has no value in 10.0 % of the rows");
  }

  @Test
  void counts() throws IOException {
    assertThat(trained(table("x,n", i -> i % 7 + "," + i % 7))).contains("loss: {type: poisson}");
  }

  @Test
  void classesThatAreBalancedOrNot() throws IOException {
    assertThat(trained(table("a,kind", i -> i + "," + (i % 2 == 0 ? "x" : "y"))))
        .contains("tabular-classification", "'kind' has 2 classes", "metric: accuracy")
        .contains("1.0 times as frequent");
    assertThat(trained(table("a,kind", i -> i + "," + (i % 10 == 0 ? "x" : "y"))))
        .contains("class-weights: {type: inverse-frequency}", "9.0 times", "metric: f1");
    assertThat(trained(table("a,kind", i -> i + "," + (i % 50 == 0 ? "x" : "y"))))
        .contains("type: focal", "49.0 times");
  }

  @Test
  void picturesAndText() throws IOException {
    assertThat(trained(Path.of("corpora/glyphs/examples")))
        .contains("image-classification", "64 pictures of 20 × 20", "convolutional", "augment");
    TinyCorpus.write(folder);
    assertThat(
            trained(
                folder.resolve("train.en.gz"),
                folder.resolve("train.fr.gz"),
                folder.resolve("valid.en"),
                folder.resolve("valid.fr")))
        .contains("task: translation", "merges: 2000", "metric: bleu");
  }

  @Test
  void mistakesAreOneLine() throws IOException {
    Path table = table("a,b", i -> i + "," + i);
    assertFails(run("advise", table, "--target", "c"), "has no column 'c'");
    assertFails(run("advise", folder.resolve("none.csv")), "no such file or corpus");
    assertFails(run("advise", table, table), "four files");
    Files.writeString(table, "a,b\n1,\n");
    assertFails(run("advise", table), "has no row with a value of 'b'");
  }

  private static void assertFails(Processes.Result result, String... parts) {
    assertThat(result.errLines()).as(result.err()).hasSize(1);
    assertThat(result.err()).startsWith("gloss: ").contains(parts);
    assertThat(result.exit()).isEqualTo(2);
  }

  @Test
  void ofTextsWithSummaries() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("notes"));
    StringBuilder card =
        new StringBuilder(
            """
            name: notes
            description: notes
            task: summarization
            licence: none
            made: here
            languages: [en]
            format: {type: jsonl, source: text, target: summary}
            splits:
            """);
    for (String split : List.of("train", "valid")) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        lines.add(
            "{\"text\": \"House %d, the red one, is for sale.\", \"summary\": \"house %d for sale\"}"
                .formatted(i, i));
      }
      Path file = Files.write(corpus.resolve(split + ".jsonl"), lines);
      card.append(
          "  %s: {count: 40, files: {records: {path: %s.jsonl, sha256: %s}}}\n"
              .formatted(split, split, Checksum.sha256(file)));
    }
    Files.writeString(corpus.resolve("corpus.yaml"), card);
    assertThat(trained(corpus))
        .contains("40 texts of 11 words and marks", "100 % of the summaries' words stand in")
        .contains("task: summarization", "since 40 texts are few", "metric: rougeL\n");
  }
}
