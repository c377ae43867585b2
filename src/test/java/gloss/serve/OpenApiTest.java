package gloss.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The document says what the service does. */
@Timeout(120)
class OpenApiTest {
  @TempDir private static Path folder;

  private static JsonObject at(JsonObject root, String... keys) {
    JsonObject object = root;
    for (String key : keys) {
      object = object.getAsJsonObject(key);
    }
    return object;
  }

  private static Set<String> keys(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  @Test
  void itsExamplesAreAnsweredAndItsKeysAreThoseOfTheRequests() throws IOException {
    try (Models models = Served.trainAll(folder);
        Served served = Served.start(models, Served.usual())) {
      JsonObject root =
          JsonParser.parseString(served.get("/openapi.json").body()).getAsJsonObject();
      JsonObject schemas = at(root, "components", "schemas");
      assertThat(at(schemas, "TranslateRequest", "properties").keySet())
          .isEqualTo(keys(TranslateRequest.class));
      assertThat(at(schemas, "ScoreRequest", "properties").keySet())
          .isEqualTo(keys(ScoreRequest.class));
      assertThat(at(schemas, "SummarizeRequest", "properties").keySet())
          .isEqualTo(keys(SummarizeRequest.class));
      assertThat(at(schemas, "ClassifyRequest", "properties").keySet())
          .isEqualTo(keys(ClassifyRequest.class));
      int examples = 0;
      for (Map.Entry<String, JsonElement> path : root.getAsJsonObject("paths").entrySet()) {
        JsonObject methods = path.getValue().getAsJsonObject();
        if (methods.has("get")) {
          assertThat(served.get(path.getKey()).statusCode()).as(path.getKey()).isEqualTo(200);
          continue;
        }
        JsonObject content =
            at(methods, "post", "requestBody", "content", "application/json", "examples");
        for (JsonElement example : content.asMap().values()) {
          String body = example.getAsJsonObject().get("value").toString();
          HttpResponse<String> response = served.post(path.getKey(), body);
          assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
          JsonObject schema =
              at(methods, "post", "responses", "200", "content", "application/json", "schema");
          String name = schema.get("$ref").getAsString().replaceAll(".*/", "");
          JsonObject answer = JsonParser.parseString(response.body()).getAsJsonObject();
          at(schemas, name)
              .getAsJsonArray("required")
              .forEach(key -> assertThat(answer.has(key.getAsString())).isTrue());
          assertThat(at(schemas, name, "properties").keySet()).containsAll(answer.keySet());
          examples++;
        }
      }
      assertThat(examples).isEqualTo(9);
      JsonObject summary =
          served
              .ask(
                  "/summarize",
                  "{\"text\": \"It rains. Nobody goes out.\", \"method\": \"lead:1\"}")
              .getAsJsonArray("summaries")
              .get(0)
              .getAsJsonObject();
      assertThat(summary.get("text").getAsString()).isEqualTo("It rains.");
      assertThat(
              served.post("/summarize", "{\"text\": \"a\", \"method\": \"oracle:1\"}").statusCode())
          .isEqualTo(400);
    }
  }
}
