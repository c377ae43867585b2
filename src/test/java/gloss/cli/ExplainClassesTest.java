package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.Recipe;
import gloss.task.Tasks;
import gloss.task.image.TinyPictures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that classify and that predict numbers, explained and compared. */
class ExplainClassesTest {
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

  private Path train(String name, String... settings) throws IOException {
    Path to = folder.resolve(name);
    try (Training training =
        Tasks.start(
            Recipe.load(folder.resolve(Recipe.FILE), List.of(settings)), new ModelFolder(to))) {
      training.run(List.of(), () -> false);
    }
    return to;
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  private static List<JsonObject> hardest(JsonObject explained) {
    List<JsonObject> examples = new ArrayList<>();
    for (JsonElement example : explained.getAsJsonArray("examples")) {
      examples.add(example.getAsJsonObject());
    }
    examples.sort(
        Comparator.comparingDouble((JsonObject e) -> e.get("loss").getAsDouble()).reversed());
    return examples;
  }

  /** Six of the 120 pictures to learn from go to the folder of another class. */
  private Set<String> mislabel(long seed) throws IOException {
    Random random = new Random(seed);
    Set<String> moved = new HashSet<>();
    for (int i = 0; i < 6; i++) {
      int label = i % TinyPictures.CLASSES.size();
      String picture = "%02d.png".formatted(13 * (i / 3) + random.nextInt(13));
      int wrong = (label + 1 + random.nextInt(2)) % TinyPictures.CLASSES.size();
      String name = "moved-" + i + ".png";
      Files.move(
          folder.resolve("train").resolve(TinyPictures.CLASSES.get(label)).resolve(picture),
          folder.resolve("train").resolve(TinyPictures.CLASSES.get(wrong)).resolve(name));
      moved.add(name);
    }
    return moved;
  }

  @Test
  void wrongLabelsAreAmongTheHardestPictures() throws IOException {
    TinyPictures.write(folder);
    long seed = new Random().nextLong();
    Set<String> moved = mislabel(seed);
    Path model = train("model");
    run("explain", model, "--split", "train").ok();
    List<JsonObject> examples = hardest(json(model.resolve("explain-train.json")));
    Set<String> there = new HashSet<>();
    Set<String> found = new HashSet<>();
    for (int i = 0; i < examples.size(); i++) {
      String place = examples.get(i).get("place").getAsString();
      String name = place.substring(place.lastIndexOf('/') + 1);
      if (moved.contains(name)) {
        there.add(name);
        if (i < (examples.size() + 9) / 10) {
          found.add(name);
        }
      }
    }
    // Some of them may have been held out.
    assertThat(there).hasSizeGreaterThan(3);
    assertThat(found.size())
        .as("%s of %s wrong labels among the hardest tenth, seed %s", found, there, seed)
        .isGreaterThanOrEqualTo((int) Math.floor(0.8 * there.size()));
    assertThat(Files.readString(model.resolve("explain-train.html")))
        .contains("<img alt=\"number ", "data:image/png;base64,", "Labels to look at")
        .contains("Class by class", "Calibration", "confusion", "default-src 'none'")
        .doesNotContain("<script", "{{", "http://", "https://");
    // A part of the training pictures that was held out is a split, too.
    assertThat(run("explain", model).ok().out()).contains("explain-valid.html");
    Path worse = train("worse", "training.until=[1 steps]", "training.validate.every=1 steps");
    Processes.Result compared = run("compare", worse, model, "--split", "test", "-o", folder).ok();
    assertThat(compared.out()).contains("accuracy: ", "log loss: ", "p = ");
    assertThat(Files.readString(folder.resolve("compare-test.html")))
        .contains("What gained most", "B is better", "<img alt");
    assertThat(json(folder.resolve("compare-test.json")).getAsJsonArray("changed")).isNotEmpty();
  }

  private void writeTable(String task, String target) throws IOException {
    Random random = new Random(3);
    List<String> lines = new ArrayList<>(List.of("x\tz\ty\tside"));
    for (int i = 0; i < 200; i++) {
      double x = random.nextInt(30);
      double y = i == 77 ? 500 : 2 * x;
      lines.add("%s\t%s\t%s\t%s".formatted(x, i % 3, y, x < 15 ? "left" : "right"));
    }
    Files.write(folder.resolve("rows.tsv"), lines);
    Files.writeString(
        folder.resolve(Recipe.FILE),
        """
        task: %s
        name: %s
        data: {train: rows.tsv, target: %s, hold-out: {test: 0.2}}
        network: {hidden: [8]}
        training: {optimizer: {rate: 0.02}, until: 20 epochs}
        """
            .formatted(task, task, target));
  }

  @Test
  void tablesAreExplainedByTheirRowsAndColumns() throws IOException {
    writeTable("regression", "y");
    Path numbers = train("numbers");
    run("explain", numbers, "--split", "train").ok();
    JsonObject explained = json(numbers.resolve("explain-train.json"));
    assertThat(explained.getAsJsonArray("byTarget")).isNotEmpty();
    String page = Files.readString(numbers.resolve("explain-train.html"));
    assertThat(page)
        .contains("Hardest rows", "By what is predicted", "By column", "Right and predicted")
        .contains("rows.tsv:")
        .doesNotContain("<script", "{{");
    boolean learnedFrom = page.contains("rows.tsv:79<");
    if (learnedFrom) {
      assertThat(explained.getAsJsonArray("outliers")).isNotEmpty();
      assertThat(page.indexOf("rows.tsv:79<")).isEqualTo(page.indexOf("rows.tsv:"));
    }
    Path early = train("early", "training.until=[1 epochs]");
    Processes.Result compared = run("compare", early, numbers, "-o", folder).ok();
    assertThat(compared.out()).contains("MSE: ", "MAE: ", "p = ");
    assertThat(Files.readString(folder.resolve("compare-valid.html")))
        .contains("error of A", "By column", "worst groups of A first", "class=\"bar b\"")
        // Both have the name of their recipe.
        .contains("A: " + early, "B: " + numbers);

    writeTable("tabular-classification", "side");
    Path classes = train("classes");
    run("explain", classes, "--split", "test").ok();
    assertThat(Files.readString(classes.resolve("explain-test.html")))
        .contains("Hardest examples", "said to be", "By column");
    Processes.Result refused = run("compare", numbers, classes, "-o", folder);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "gloss: 'regression' predicts numbers and 'tabular-classification' predicts classes;"
                + " such models cannot be compared\n");
    Processes.Result none = run("explain", classes, "--split", "vlaid");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err().lines()).hasSize(1);
  }
}
