package gloss.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.pipeline.Classifier;
import gloss.pipeline.ClassifierInput;
import gloss.pipeline.Summary;
import gloss.pipeline.TrainedSummarizer;
import gloss.recipe.Recipe;
import gloss.task.Tasks;
import gloss.task.TinyExtracts;
import gloss.task.table.TinyTables;
import gloss.text.InputException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Summarizers and classifiers that are served. */
@Timeout(120)
class OtherModelsTest {
  private static final String TEXT = "the red house of abcdef is near ghijkl .";

  @TempDir private static Path folder;
  private static Models models;
  private static Served served;

  @BeforeAll
  static void start() throws IOException {
    models = Served.trainAll(folder);
    served = Served.start(models, Served.usual());
  }

  @AfterAll
  static void stop() {
    served.close();
    models.close();
  }

  private static JsonObject only(JsonObject answer, String name) {
    JsonArray all = answer.getAsJsonArray(name);
    assertThat(all).hasSize(1);
    return all.get(0).getAsJsonObject();
  }

  private static void assertRefused(String path, String body, int status, String reason) {
    HttpResponse<String> response = served.post(path, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.body()).contains(reason).endsWith("\n").doesNotContain("\tat ");
    assertThat(response.body().lines()).hasSize(1);
  }

  @Test
  void modelsOfAllKindsAreListed() {
    JsonArray all =
        JsonParser.parseString(served.get("/models").body())
            .getAsJsonObject()
            .getAsJsonArray("models");
    assertThat(all.toString())
        .contains(
            "{\"name\":\"pairs\",\"task\":\"translation\",\"source\":\"en\",\"target\":\"fr\"}",
            "{\"name\":\"bulletins\",\"task\":\"summarization\"}",
            "\"task\":\"tabular-classification\",\"classes\":[\"long\",\"short\"],\"columns\":[\"tokens\",\"kind\"]",
            "{\"name\":\"bars\",\"task\":\"image-classification\",\"classes\":[\"across\"");
  }

  @Test
  void aModelThatPredictsNumbersIsRefused() throws IOException {
    Path recipe = TinyTables.write(folder.resolve("e"));
    Files.writeString(
        recipe,
        Files.readString(recipe)
            .replace("tabular-classification", "regression")
            .replace("target: size", "target: tokens"));
    Path model = folder.resolve("e/model");
    Recipe briefly = Recipe.load(recipe, List.of("training.until=[1 epochs]"));
    try (Training training = Tasks.start(briefly, new ModelFolder(model))) {
      training.run(List.of(), () -> false);
    }
    assertThatThrownBy(() -> Models.load(List.of(model)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            model
                + ": predicts numbers, and a service only translates, summarizes and classifies;"
                + " use 'gloss predict'");
  }

  @Test
  void aModelSummarizes() {
    TrainedSummarizer model = models.summarizers().get("bulletins");
    Summary expected = model.with(model.options().withBeam(3)).summary(TEXT);
    JsonObject answer =
        served.ask(
            "/summarize",
            "{\"text\": \"%s\", \"beam\": 3, \"n-best\": 2, \"tokens\": true}".formatted(TEXT));
    assertThat(answer.get("model").getAsString()).isEqualTo("bulletins");
    JsonObject summary = only(answer, "summaries");
    assertThat(summary.get("text").getAsString()).isEqualTo(expected.text());
    assertThat(summary.get("unit").getAsString()).isEqualTo("words");
    assertThat(summary.get("read").getAsInt()).isEqualTo(summary.get("length").getAsInt());
    assertThat(summary.getAsJsonArray("n-best")).hasSize(2);
    assertThat(summary.getAsJsonArray("token-spans"))
        .hasSameSizeAs(summary.getAsJsonArray("tokens"))
        .hasSameSizeAs(summary.getAsJsonArray("token-log-probabilities"));
    int words = expected.text().split("\\s+").length;
    double[] looks = new double[words];
    summary
        .getAsJsonArray("attention")
        .forEach(
            triple -> {
              JsonArray numbers = triple.getAsJsonArray();
              assertThat(numbers.get(0).getAsInt()).isBetween(0, 8);
              looks[numbers.get(1).getAsInt()] += numbers.get(2).getAsDouble();
            });
    assertThat(java.util.Arrays.stream(looks).boxed()).allMatch(sum -> sum > 0 && sum < 1.01);
  }

  @Test
  void aModelThatTakesSentencesIsServed() throws Exception {
    Path model = TinyExtracts.train(folder.resolve("extracts"));
    try (Models alone = Models.load(List.of(model));
        Served its = Served.start(alone, Served.usual())) {
      assertThat(its.get("/models").body())
          .contains("{\"name\":\"model\",\"task\":\"summarization\"}");
      String text = "We found the house 1. It is known of the river 2. They report the tower 3.";
      JsonObject answer = its.ask("/summarize", "{\"text\": \"%s\"}".formatted(text));
      assertThat(answer.get("model").getAsString()).isEqualTo("model");
      assertThat(only(answer, "summaries").get("text").getAsString())
          .isEqualTo("We found the house 1.\nThey report the tower 3.");
      HttpResponse<String> searched =
          its.post("/summarize", "{\"text\": \"a b\", \"model\": \"model\", \"beam\": 3}");
      assertThat(searched.statusCode()).isEqualTo(400);
      assertThat(searched.body()).contains("takes sentences and is not searched");
    }
  }

  @Test
  void severalTextsComeInPartsIfThatIsWanted() {
    String texts =
        "{\"text\": ["
            + String.join(",", java.util.Collections.nCopies(20, "\"" + TEXT + "\""))
            + "]}";
    HttpResponse<String> response =
        served.send(
            served
                .posting("/summarize", texts.getBytes(UTF_8))
                .header("Accept", "application/x-ndjson"));
    assertThat(response.statusCode()).isEqualTo(200);
    List<JsonObject> lines =
        response.body().lines().map(l -> JsonParser.parseString(l).getAsJsonObject()).toList();
    assertThat(lines.stream().map(line -> line.get("index").getAsInt()))
        .isEqualTo(IntStream.range(0, 20).boxed().toList());
    assertThat(lines.stream().map(line -> line.get("text").getAsString()).distinct()).hasSize(1);
  }

  @Test
  void sentencesAreTakenWhereAMethodIsNamed() {
    JsonObject answer =
        served.ask(
            "/summarize", "{\"text\": \"It rains. Nobody goes out.\", \"method\": \"lead:1\"}");
    assertThat(answer.get("method").getAsString()).isEqualTo("lead:1");
    assertThat(only(answer, "summaries").get("text").getAsString()).isEqualTo("It rains.");
    assertRefused(
        "/summarize",
        "{\"text\": \"a\", \"method\": \"lead:1\", \"model\": \"bulletins\"}",
        400,
        "not both");
    assertRefused(
        "/summarize",
        "{\"text\": \"a\", \"method\": \"lead:1\", \"beam\": 2}",
        400,
        "only a model");
    assertRefused("/summarize", "{\"text\": \"a\", \"beam\": 99}", 400, "at most 16");
    assertRefused("/summarize", "{\"text\": \"a\", \"model\": \"pairs\"}", 400, "no such model");
  }

  @Test
  void rowsAreClassified() {
    JsonObject answer =
        served.ask(
            "/classify",
            "{\"rows\": [{\"tokens\": 24, \"kind\": \"news\", \"else\": true},"
                + " {\"tokens\": \"1\", \"kind\": null}], \"top\": 5}");
    assertThat(answer.get("model").getAsString()).isEqualTo("sizes");
    JsonArray found = answer.getAsJsonArray("classifications");
    assertThat(found.get(0).getAsJsonObject().get("label").getAsString()).isEqualTo("long");
    assertThat(found.get(1).getAsJsonObject().get("label").getAsString()).isEqualTo("short");
    assertThat(found.get(0).getAsJsonObject().get("probability").getAsDouble())
        .isEqualTo(
            models
                .classifiers()
                .get("sizes")
                .classify(Map.of("tokens", "24", "kind", "news"))
                .best()
                .probability());
    assertThat(found.get(0).getAsJsonObject().getAsJsonArray("top")).hasSize(2);
  }

  @Test
  void picturesAreClassified() throws IOException {
    Path file = folder.resolve("d/test/down/45.png");
    Classifier bars = models.classifiers().get("bars");
    String label = bars.classify(ClassifierInput.picture(file)).label();
    String base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    for (String image : List.of(base64, "data:image/png;base64," + base64)) {
      JsonObject answer = served.ask("/classify", "{\"images\": [\"" + image + "\"]}");
      assertThat(answer.get("model").getAsString()).isEqualTo("bars");
      assertThat(only(answer, "classifications").get("label").getAsString()).isEqualTo(label);
    }
  }

  @Test
  void whatCannotBeClassifiedIsNamed() {
    assertRefused("/classify", "{}", 400, "give rows, or images");
    assertRefused("/classify", "{\"rows\": [{}], \"images\": [\"\"]}", 400, "not both");
    assertRefused("/classify", "{\"rows\": [{\"tokens\": 1}]}", 400, "has no column 'kind'");
    assertRefused(
        "/classify", "{\"rows\": [{\"tokens\": \"x\", \"kind\": 1}]}", 400, "'x' is no number");
    assertRefused("/classify", "{\"rows\": [{\"tokens\": [1], \"kind\": 1}]}", 400, "rows");
    assertRefused("/classify", "{\"rows\": [1]}", 400, "rows");
    assertRefused("/classify", "{\"images\": [\"***\"]}", 400, "images.1");
    assertRefused("/classify", "{\"images\": [\"aGVsbG8=\"]}", 400, "images.1: is no picture");
    assertRefused(
        "/classify", "{\"images\": [\"aGVsbG8=\"], \"model\": \"sizes\"}", 400, "and no pictures");
    assertRefused(
        "/classify", "{\"rows\": [{\"a\": 1}], \"model\": \"pairs\"}", 400, "no such model");
    assertRefused("/classify", "{\"rows\": [{\"a\": 1}], \"top\": 0}", 400, "top");
    assertRefused("/classify", "{\"path\": \"/etc/passwd\"}", 400, "unknown key");
  }

  /** Requests and pictures that were right before some of their bytes were changed. */
  @Test
  void anyBodyHasAnAnswer() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] picture = Files.readAllBytes(folder.resolve("d/test/down/45.png"));
    List<String> valid =
        List.of(
            "{\"text\": [\"the red house of abcdef\", \"\"], \"n-best\": 2, \"tokens\": true}",
            "{\"rows\": [{\"tokens\": 2.5, \"kind\": null}, {\"tokens\": 1, \"kind\": \"x\"}],"
                + " \"top\": 2}");
    for (int i = 0; i < 200; i++) {
      int kind = random.nextInt(3);
      byte[] body =
          kind == 2 ? changed(picture, random) : changed(valid.get(kind).getBytes(UTF_8), random);
      if (kind == 2) {
        String base64 = Base64.getEncoder().encodeToString(body);
        body = ("{\"images\": [\"" + base64 + "\"]}").getBytes(UTF_8);
      }
      String path = random.nextInt(9) > 0 == (kind == 0) ? "/summarize" : "/classify";
      HttpResponse<String> response = served.send(served.posting(path, body));
      assertThat(response.statusCode())
          .as("seed %d: %s %s", seed, path, new String(body, UTF_8))
          .isIn(200, 400);
    }
    assertThat(served.metric("gloss_lines_inside")).isZero();
  }

  private static byte[] changed(byte[] right, Random random) {
    byte[] bytes = right.clone();
    for (int change = random.nextInt(4); change > 0; change--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  @Test
  void whatIsDoneIsCounted() {
    served.ask("/classify", "{\"rows\": [{\"tokens\": 24, \"kind\": \"news\"}]}");
    served.ask("/summarize", "{\"text\": \"%s\"}".formatted(TEXT));
    String metrics = served.get("/metrics").body();
    assertThat(metrics)
        .contains(
            "gloss_batches_total{model=\"sizes\"}",
            "gloss_batches_total{model=\"bulletins\"}",
            "gloss_batched_lines_total{model=\"bars\"}",
            "path=\"/classify\"",
            "path=\"/summarize\"");
  }
}
