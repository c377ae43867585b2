package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.explain.Look;
import gloss.explain.TextExplanation;
import gloss.explain.Written;
import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.Recipe;
import gloss.score.Score;
import gloss.task.SummarizationModel;
import gloss.task.Tasks;
import gloss.task.TinyBulletins;
import gloss.task.WordWeight;
import gloss.yaml.Setting;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that must copy names, explained and compared. */
class ExplainSummariesTest {
  @TempDir private static Path folder;
  private static Path model;
  private static Path other;

  @BeforeAll
  static void train() throws IOException {
    TinyBulletins.write(folder);
    model = train("model", "training.until=[200 steps]");
    other = train("other", "training.until=[20 steps]");
  }

  private static Path train(String name, String until) throws IOException {
    Path to = folder.resolve(name);
    List<String> settings = List.of(until, "name=" + name, "training.validate.every=200 steps");
    try (Training training =
        Tasks.start(Recipe.load(folder.resolve(Recipe.FILE), settings), new ModelFolder(to))) {
      training.run(List.of(), () -> false);
    }
    return to;
  }

  private static Processes.Result run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new);
    int exit =
        Gloss.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Processes.Result(exit, out.toString(), err.toString());
  }

  @Test
  void copiedWordsAreToldFromThoseThatAreMade() throws IOException {
    try (SummarizationModel loaded = SummarizationModel.load(model)) {
      TextExplanation explained = (TextExplanation) loaded.explain("valid");
      assertThat(explained.lines()).hasSize(20);
      assertThat(explained.copies()).isTrue();
      assertThat(explained.copied()).isBetween(0.05, 0.95);
      explained.lines().forEach(ExplainSummariesTest::assertPiecesAreTheOutput);
      explained
          .tokens()
          .forEach(
              token -> {
                assertThat(token.copied()).isBetween(0.0, 1.0);
                assertThat(token.loss()).isGreaterThan(-1e-6);
              });
      // The metrics are those of an evaluation.
      for (Score score : explained.scores()) {
        assertThat(score.value())
            .isCloseTo(loaded.evaluate("valid").score(score.name()).value(), within(1e-9));
      }
    }
  }

  private static void assertPiecesAreTheOutput(gloss.explain.Line line) {
    String pieces =
        line.written().stream().map(Written::text).collect(java.util.stream.Collectors.joining());
    assertThat(pieces).isEqualTo(line.output());
  }

  @Test
  void wordsLookWhereTheSearchHasLooked() throws IOException {
    try (SummarizationModel loaded = SummarizationModel.load(model)) {
      TextExplanation explained = (TextExplanation) loaded.explain("valid");
      int copied = 0;
      int ofThemselves = 0;
      for (gloss.explain.Line line : explained.lines()) {
        for (Written word : line.written()) {
          copied += word.isCopied() ? 1 : 0;
          ofThemselves += word.isCopied() && word.looksAt().equals(word.text().strip()) ? 1 : 0;
        }
        assertLastWordLooksAlike(loaded, line);
      }
      assertThat(ofThemselves).as("of %s", copied).isGreaterThan(copied / 2);
    }
  }

  /** In these texts every word stands by itself, as the last of a summary does. */
  private static void assertLastWordLooksAlike(SummarizationModel model, gloss.explain.Line line) {
    List<Written> words = line.written();
    List<WordWeight> weights =
        model
            .summarize(
                List.of(line.source()),
                model.decoding().with(List.of(Setting.parse("output.alignments=true", "--set"))))
            .get(0)
            .best()
            .alignment()
            .weights();
    Written last = words.get(words.size() - 1);
    if (last.text().startsWith(" ")) {
      int place = weights.get(weights.size() - 1).target();
      List<WordWeight> there = weights.stream().filter(w -> w.target() == place).toList();
      String[] source = line.source().split(" ", -1);
      for (Look look : last.looks()) {
        assertThat(look.word()).isEqualTo(source[look.place()]);
        if (look.share() > 0.03) {
          assertThat(there)
              .anyMatch(
                  w -> w.source() == look.place() && Math.abs(w.weight() - look.share()) < 1e-3);
        }
      }
    }
  }

  @Test
  void thePageShowsWhatIsCopied() throws IOException {
    run("explain", model, "--split", "names", "-o", folder).ok();
    JsonObject explained =
        JsonParser.parseString(Files.readString(folder.resolve("explain-names.json")))
            .getAsJsonObject();
    assertThat(explained.getAsJsonObject("scores").keySet()).contains("rougeL", "rouge2");
    long tokens = 0;
    for (JsonElement bin : explained.getAsJsonArray("byCopying")) {
      tokens += bin.getAsJsonObject().get("tokens").getAsLong();
    }
    long all = 0;
    for (JsonElement line : explained.getAsJsonArray("lines")) {
      all += line.getAsJsonObject().getAsJsonArray("tokens").size();
    }
    assertThat(tokens).isEqualTo(all).isPositive();
    assertThat(Files.readString(folder.resolve("explain-names.html")))
        .contains(
            "What it copies:",
            "By copying",
            "class=\"copied\"",
            "words as ROUGE",
            "class=\"looks\"")
        .doesNotContain("<script", "{{");
  }

  @Test
  void modelsAreComparedByRouge() throws IOException {
    Processes.Result result = run("compare", other, model, "-o", folder).ok();
    assertThat(result.out()).contains("rouge1: ", "rougeL: ", "loss: ", "p = ");
    assertThat(Files.readString(folder.resolve("compare-valid.html")))
        .contains("What gained most", "B is better", "By copying");
  }
}
