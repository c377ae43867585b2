package gloss.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.pipeline.Translator;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the service answers. */
@Timeout(120)
class GlossServerTest {
  @TempDir private static Path folder;
  private static Models models;
  private static Served served;

  @BeforeAll
  static void start() throws IOException {
    models = Served.train(folder);
    served = Served.start(models, Served.usual());
  }

  @AfterAll
  static void stop() {
    served.close();
    models.close();
  }

  private static Translator translator() {
    return models.translators().get("model");
  }

  private static JsonArray translations(String request) {
    return served.ask("/translate", request).getAsJsonArray("translations");
  }

  private static List<String> texts(JsonArray translations) {
    List<String> texts = new ArrayList<>();
    translations.forEach(t -> texts.add(t.getAsJsonObject().get("text").getAsString()));
    return texts;
  }

  @Test
  void textsAreTranslatedAsTheTranslatorDoes() {
    List<String> lines = List.of("one two.", "", "ten.");
    assertThat(texts(translations("{\"text\": [\"one two.\", \"\", \"ten.\"]}")))
        .isEqualTo(translator().translate(lines));
    assertThat(texts(translations("{\"text\": \"one two.\"}")))
        .containsExactly(translator().translate("one two."));
    assertThat(served.ask("/translate", "{\"text\": \"one.\"}").get("model").getAsString())
        .isEqualTo("model");
  }

  @Test
  void aRequestChoosesHowItIsSearched() {
    JsonObject several =
        translations("{\"text\": \"one two.\", \"n-best\": 4}").get(0).getAsJsonObject();
    assertThat(several.getAsJsonArray("n-best")).hasSizeBetween(1, 4);
    JsonObject details =
        translations(
                "{\"text\": \"one two.\", \"tokens\": true, \"alignments\": true, \"beam\": 1}")
            .get(0)
            .getAsJsonObject();
    String text = details.get("text").getAsString();
    assertThat(details.getAsJsonArray("tokens"))
        .hasSameSizeAs(details.getAsJsonArray("token-log-probabilities"))
        .hasSameSizeAs(details.getAsJsonArray("token-spans"));
    assertThat(details.getAsJsonArray("alignment")).hasSize(text.split(" ").length);
    StringBuilder spelled = new StringBuilder();
    for (JsonElement span : details.getAsJsonArray("token-spans")) {
      JsonArray pair = span.getAsJsonArray();
      spelled.append(text, pair.get(0).getAsInt(), pair.get(1).getAsInt());
    }
    assertThat(spelled.toString()).isEqualTo(text.replace(" ", ""));
    assertThat(texts(translations("{\"text\": \"one.\", \"must\": \"huit\"}")).get(0))
        .contains("huit");
    String drawn = "{\"text\": \"one two three.\", \"sample\": {\"seed\": 3}, \"n-best\": 8}";
    assertThat(translations(drawn)).isEqualTo(translations(drawn));
  }

  @Test
  void aTextIsCutIntoSentencesThatKeepTheirPlaces() {
    String source = "  One two. Ten.\n\nSeven?  ";
    JsonObject answer =
        translations(
                "{\"text\": "
                    + new com.google.gson.Gson().toJson(source)
                    + ", \"sentences\": true}")
            .get(0)
            .getAsJsonObject();
    List<String> sentences = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    for (JsonElement item : answer.getAsJsonArray("sentences")) {
      JsonObject sentence = item.getAsJsonObject();
      sentences.add(
          source.substring(sentence.get("begin").getAsInt(), sentence.get("end").getAsInt()));
      outputs.add(sentence.get("text").getAsString());
    }
    assertThat(sentences).containsExactly("One two.", "Ten.", "Seven?");
    assertThat(outputs).isEqualTo(translator().translate(sentences));
    assertThat(answer.get("text").getAsString())
        .isEqualTo("  %s %s\n\n%s  ".formatted(outputs.toArray()));
    assertThat(texts(translations("{\"text\": [\" \", \"\"], \"sentences\": true}")))
        .containsExactly(" ", "");
  }

  @Test
  void longInputIsAnsweredInParts() {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, 300).forEach(i -> text.append("one two. "));
    HttpResponse<String> response =
        served.send(
            served
                .posting(
                    "/translate", ("{\"sentences\": true, \"text\": \"" + text + "\"}").getBytes())
                .header("Accept", "application/x-ndjson"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/x-ndjson");
    List<JsonObject> lines =
        response.body().lines().map(l -> JsonParser.parseString(l).getAsJsonObject()).toList();
    assertThat(lines).hasSize(300);
    for (int i = 0; i < 300; i++) {
      assertThat(lines.get(i).get("begin").getAsInt()).isEqualTo(9 * i);
      assertThat(lines.get(i).get("text").getAsString())
          .isEqualTo(translator().translate("one two."));
    }
  }

  @Test
  void requestsOfManyClientsBecomeOneBatch() {
    long before = translator().counts().batches();
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(
          CompletableFuture.supplyAsync(
              () -> served.post("/translate", "{\"text\": \"one two three four.\"}")));
    }
    all.forEach(future -> assertThat(future.join().statusCode()).isEqualTo(200));
    assertThat(translator().counts().batches() - before).isLessThan(40);
  }

  @Test
  void systemsAreScoredAndCompared() {
    JsonObject answer =
        served.ask(
            "/score",
            """
            {"systems": {"a": ["the cat", "a dog sat"], "b": ["the cat sat", "a dog sat"]},
             "references": [["the cat sat", "cats sit"], "a dog sat"],
             "metrics": ["bleu", "ter"], "samples": 100, "segments": true}
            """);
    JsonObject ter = answer.getAsJsonArray("metrics").get(1).getAsJsonObject();
    assertThat(ter.get("metric").getAsString()).isEqualTo("ter");
    assertThat(ter.get("higher-is-better").getAsBoolean()).isFalse();
    JsonObject systems = ter.getAsJsonObject("systems");
    assertThat(systems.getAsJsonObject("b").get("score").getAsDouble()).isZero();
    assertThat(systems.getAsJsonObject("b").get("p-value").getAsDouble()).isBetween(0.0, 1.0);
    assertThat(systems.getAsJsonObject("a").has("p-value")).isFalse();
    JsonObject second = answer.getAsJsonArray("segments").get(1).getAsJsonObject();
    assertThat(second.getAsJsonObject("a").get("bleu").getAsDouble()).isEqualTo(100);
  }

  @Test
  void whatIsServedIsTold() {
    JsonObject model =
        JsonParser.parseString(served.get("/models").body())
            .getAsJsonObject()
            .getAsJsonArray("models")
            .get(0)
            .getAsJsonObject();
    assertThat(model.get("name").getAsString()).isEqualTo("model");
    assertThat(model.get("source").getAsString()).isEqualTo("en");
    assertThat(served.get("/health").body()).isEqualTo("{\"status\":\"ok\"}\n");
    HttpResponse<String> head =
        served.send(served.request("/").method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void countersAreInTheFormatOfPrometheus() {
    served.post("/translate", "{\"text\": \"one.\"}");
    served.get("/no/such/" + System.nanoTime());
    HttpResponse<String> response = served.get("/metrics");
    assertThat(response.headers().firstValue("content-type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    assertThat(response.body().lines())
        .allMatch(
            line -> line.matches("# (HELP|TYPE) .*|[a-z_:A-Z0-9]+(\\{.*\\})? [-+0-9.eENaInf]+"))
        .anyMatch(
            line ->
                line.matches(
                    "gloss_http_requests_total\\{path=\"/translate\",status=\"200\"\\} \\S+"))
        .anyMatch(
            line -> line.startsWith("gloss_http_requests_total{path=\"other\",status=\"404\"}"))
        .anyMatch(line -> line.matches("gloss_batches_total\\{model=\"model\"\\} \\S+"))
        .anyMatch(line -> line.startsWith("gloss_http_request_seconds_bucket"))
        .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"))
        .noneMatch(line -> line.contains("no/such"));
    assertThat(served.metric("gloss_lines_inside")).isZero();
  }

  @Test
  void onlyWhoShowsTheTokenIsServed() {
    try (Served guarded = Served.start(models, Optional.of("s3cret"), Served.usual())) {
      byte[] body = "{\"text\": \"one.\"}".getBytes();
      for (String shown : new String[] {null, "Bearer wrong", "Basic s3cret", "Bearer", "s3cret"}) {
        HttpRequest.Builder request = guarded.posting("/translate", body);
        if (shown != null) {
          request.header("Authorization", shown);
        }
        HttpResponse<String> response = guarded.send(request);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("www-authenticate")).hasValue("Bearer");
      }
      assertThat(
              guarded
                  .send(
                      guarded.posting("/translate", body).header("Authorization", "Bearer s3cret"))
                  .statusCode())
          .isEqualTo(200);
      assertThat(guarded.get("/metrics").statusCode()).isEqualTo(401);
      assertThat(guarded.get("/models").statusCode()).isEqualTo(401);
      assertThat(guarded.get("/health").statusCode()).isEqualTo(200);
      assertThat(guarded.get("/").statusCode()).isEqualTo(200);
    }
  }

  /** Nothing from elsewhere is loaded, whatever stands in a text. */
  @Test
  void everyAnswerForbidsWhatItDoesNotNeed() {
    for (HttpResponse<String> response :
        List.of(
            served.get("/"),
            served.get("/nothing"),
            served.post("/translate", "{\"text\": \"<script>alert(1)</script>\"}"))) {
      assertThat(response.headers().firstValue("content-security-policy").orElseThrow())
          .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
          .doesNotContain("unsafe", "*", "http");
      assertThat(response.headers().firstValue("x-content-type-options")).hasValue("nosniff");
      assertThat(response.headers().firstValue("access-control-allow-origin")).isEmpty();
    }
  }
}
