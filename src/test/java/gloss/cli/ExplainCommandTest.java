package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.Recipe;
import gloss.task.Tasks;
import gloss.task.TinyCorpus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that was trained on text in which 5 % of the targets changed places. */
class ExplainCommandTest {
  private static final Set<Integer> SHUFFLED = new HashSet<>();
  @TempDir private static Path folder;
  private static Path model;
  private static Path other;

  @BeforeAll
  static void train() throws IOException {
    TinyCorpus.write(folder);
    shuffle(folder.resolve("train.fr.gz"), new Random().nextLong());
    model = train("model", "training.until=[200 steps]");
    other = train("other", "training.until=[40 steps]");
  }

  private static Path train(String name, String until) throws IOException {
    Path to = folder.resolve(name);
    List<String> settings =
        List.of(until, "network.size=32", "name=" + name, "training.validate.every=200 steps");
    try (Training training =
        Tasks.start(Recipe.load(folder.resolve(Recipe.FILE), settings), new ModelFolder(to))) {
      training.run(List.of(), () -> false);
    }
    return to;
  }

  /** 15 of the 300 lines go round in a circle; those that stay the same do not count. */
  private static void shuffle(Path file, long seed) throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      in.lines().forEach(lines::add);
    }
    List<Integer> places = new ArrayList<>(IntStream.range(0, lines.size()).boxed().toList());
    Collections.shuffle(places, new Random(seed));
    List<Integer> some = places.subList(0, lines.size() / 20);
    List<String> before = List.copyOf(lines);
    for (int i = 0; i < some.size(); i++) {
      String moved = before.get(some.get((i + 1) % some.size()));
      if (!moved.equals(before.get(some.get(i)))) {
        SHUFFLED.add(some.get(i) + 1);
      }
      lines.set(some.get(i), moved);
    }
    TinyCorpus.write(file, lines);
  }

  private static Processes.Result run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Gloss.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    return new Processes.Result(exit, out.toString(), err.toString());
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  @Test
  void pairsThatDoNotBelongTogetherAreAmongTheHardest() throws IOException {
    Path out = folder.resolve("explained");
    run("explain", model + "", "--split", "train", "-o", out + "").ok();
    JsonObject explained = json(out.resolve("explain-train.json"));
    List<JsonObject> lines = new ArrayList<>();
    explained.getAsJsonArray("lines").forEach(line -> lines.add(line.getAsJsonObject()));
    lines.sort(Comparator.comparingDouble(ExplainCommandTest::mean).reversed());
    long found =
        lines.subList(0, lines.size() / 10).stream()
            .filter(line -> SHUFFLED.contains(line.get("number").getAsInt()))
            .count();
    assertThat(found)
        .as("%s of %s shuffled pairs among the hardest tenth", found, SHUFFLED.size())
        .isGreaterThanOrEqualTo((long) Math.ceil(0.8 * SHUFFLED.size()));
    String page = Files.readString(out.resolve("explain-train.html"));
    assertThat(page)
        .contains("Hardest lines", "Calibration", "<svg class=\"looks\"", "default-src 'none'")
        .doesNotContain("<script", "{{", "http://", "https://");
  }

  private static double mean(JsonObject line) {
    double sum = 0;
    for (JsonElement token : line.getAsJsonArray("tokens")) {
      sum += token.getAsJsonObject().get("loss").getAsDouble();
    }
    return sum / line.getAsJsonArray("tokens").size();
  }

  @Test
  void thePageAndItsDataLieBesideTheModel() throws IOException {
    String page = run("explain", model + "").ok().out().strip();
    assertThat(page).isEqualTo(model.resolve("explain-valid.html").toString());
    JsonObject explained = json(model.resolve("explain-valid.json"));
    assertThat(explained.get("loss").getAsDouble()).isPositive();
    assertThat(explained.getAsJsonArray("lines")).hasSize(12);
    assertThat(explained.getAsJsonObject("scores").keySet()).containsExactly("BLEU", "chrF2");
    for (JsonElement line : explained.getAsJsonArray("lines")) {
      String[] source = line.getAsJsonObject().get("source").getAsString().split(" ", -1);
      for (JsonElement word : line.getAsJsonObject().getAsJsonArray("written")) {
        assertLooksAt(source, word.getAsJsonObject());
      }
    }
  }

  private static void assertLooksAt(String[] source, JsonObject written) {
    double sum = 0;
    for (JsonElement one : written.getAsJsonArray("looks")) {
      JsonObject look = one.getAsJsonObject();
      assertThat(look.get("word").getAsString()).isEqualTo(source[look.get("place").getAsInt()]);
      sum += look.get("share").getAsDouble();
    }
    assertThat(sum).isBetween(0.01, 1.01);
  }

  @Test
  void twoModelsAreComparedOnTheSameLines() throws IOException {
    Path out = folder.resolve("compared");
    Processes.Result result =
        run("compare", other + "", model + "", "--split", "numbers", "-o", out + "").ok();
    assertThat(result.out()).contains("BLEU: ", "chrF2: ", "loss: ", "p = ");
    JsonObject compared = json(out.resolve("compare-numbers.json"));
    assertThat(compared.getAsJsonArray("tests")).hasSize(3);
    assertThat(Files.readString(out.resolve("compare-numbers.html")))
        .contains("What gained most", "other", "model")
        .doesNotContain("<script", "{{");
  }

  @Test
  void whatIsNoSplitAndNoModelIsSaidInALine() {
    Processes.Result split = run("explain", model + "", "--split", "vaild");
    assertThat(split.exit()).isEqualTo(2);
    assertThat(split.err()).contains("no split 'vaild'; did you mean 'valid'?");
    Processes.Result none = run("compare", model + "", folder.resolve("none") + "");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err().lines()).hasSize(1);
    assertThat(run("explain").exit()).isEqualTo(2);
  }
}
