package gloss.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients do wrong: a status, one line of JSON, and a service that goes on. */
@Timeout(120)
class BadRequestTest {
  private static final Duration SHORT = Duration.ofMillis(700);

  @TempDir private static Path folder;
  private static Models models;
  private static Served served;

  @BeforeAll
  static void start() throws IOException {
    models = Served.train(folder);
    served = Served.start(models, Served.limits(100, SHORT, Duration.ofSeconds(60)));
  }

  @AfterAll
  static void stop() {
    served.close();
    models.close();
  }

  private static String error(String body, int status) {
    assertThat(body).endsWith("\n").doesNotContain("Exception", "\tat ", "gloss.serve");
    assertThat(body.strip()).doesNotContain("\n");
    JsonObject error = JsonParser.parseString(body).getAsJsonObject();
    assertThat(error.get("status").getAsInt()).isEqualTo(status);
    return error.get("error").getAsString();
  }

  private static String refused(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return error(response.body(), status);
  }

  private static String refused(String path, String body) {
    return refused(served.post(path, body), 400);
  }

  @Test
  void mistakesInARequestAreNamed() {
    assertThat(refused("/translate", "")).isEqualTo("request: not JSON");
    assertThat(refused("/translate", "{\"text\": \"a\"")).isEqualTo("request: not JSON");
    assertThat(refused("/translate", "{text: 'a'}")).isEqualTo("request: not JSON");
    assertThat(refused("/translate", "{\"text\": \"a\"} x")).contains("not JSON");
    assertThat(refused("/translate", "[1]")).contains("expected a JSON object");
    assertThat(refused("/translate", "{}"))
        .isEqualTo("request: text: missing; it says: a text, or a list of texts");
    assertThat(refused("/translate", "{\"txt\": \"a\"}"))
        .contains("txt: unknown key; did you mean 'text'?");
    assertThat(refused("/translate", "{\"text\": {\"a\": 1}}")).contains("text: expected a list");
    assertThat(refused("/translate", "{\"text\": []}")).contains("text: must not be empty");
    assertThat(refused("/translate", "{\"text\": [[\"a\"]]}"))
        .contains("expected text, found a list");
    assertThat(refused("/translate", "{\"text\": \"a\", \"text\": \"b\"}"))
        .contains("given twice: text");
    assertThat(refused("/translate", "{\"text\": \"a\", \"beam\": 1000}"))
        .contains("beam: must be at most 16, is 1000");
    assertThat(refused("/translate", "{\"text\": \"a\", \"beam\": \"x\"}"))
        .contains("expected a whole number");
    assertThat(refused("/translate", "{\"text\": \"a\", \"n-best\": 0}"))
        .contains("n-best: must be at least 1");
    assertThat(refused("/translate", "{\"text\": \"\\ud83d\"}")).contains("half a character");
    assertThat(refused("/translate", "[".repeat(500) + "]".repeat(500)))
        .contains("nested too deep");
    assertThat(refused("/translate", "{\"text\": \"a\", \"sample\": {\"top-p\": 2}}"))
        .contains("top-p");
    assertThat(refused("/score", "{\"systems\": {\"a\": [\"x\", \"y\"]}, \"references\": [\"x\"]}"))
        .contains("'a' has 2 lines, but there are references for 1");
    assertThat(
            refused(
                "/score",
                "{\"systems\": {\"a\": \"x\"}, \"references\": \"x\", \"metrics\": \"blue\"}"))
        .contains("did you mean 'bleu'?");
    assertThat(refused("/score", "{\"systems\": {}, \"references\": \"x\"}"))
        .contains("systems: must not be empty");
    assertThat(refused("/score", "{\"systems\": {\"a\": \"x\"}, \"references\": [[]]}"))
        .contains("references");
    byte[] latin = "{\"text\": \"caf\u00e9\"}".getBytes(ISO_8859_1);
    assertThat(refused(served.send(served.posting("/translate", latin)), 400))
        .isEqualTo("request: not UTF-8");
  }

  /** A model is chosen by its name among those that were loaded; nothing else is looked for. */
  @Test
  void noFileCanBeNamed() {
    for (String name :
        List.of("../model", folder + "/model", "model/../model", "/etc/passwd", "nothing")) {
      assertThat(refused("/translate", "{\"text\": \"a\", \"model\": \"" + name + "\"}"))
          .startsWith("request: model: no such model is served here");
    }
    for (String path :
        List.of("/../../etc/passwd", "/page.js/../../x", "/%2e%2e/x", "/gloss/serve/page.html")) {
      assertThat(served.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void pathsMethodsAndTypesAreChecked() {
    assertThat(refused(served.get("/nothing"), 404)).contains("nothing is here");
    HttpResponse<String> got = served.get("/translate");
    assertThat(refused(got, 405)).isEqualTo("allowed here: POST");
    assertThat(got.headers().firstValue("allow")).hasValue("POST");
    refused(served.send(served.request("/health").DELETE()), 405);
    for (String type :
        new String[] {
          "text/plain",
          "application/x-www-form-urlencoded",
          "application/json; charset=latin1",
          "multipart/form-data; boundary=x"
        }) {
      HttpRequest.Builder request =
          served
              .request("/translate")
              .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"a\"}"))
              .header("Content-Type", type);
      refused(served.send(request), 415);
    }
    assertThat(
            refused(
                served.send(
                    served
                        .posting("/translate", new byte[] {31, -117, 8})
                        .header("Content-Encoding", "gzip")),
                415))
        .contains("uncompressed");
    assertThat(
            served
                .send(
                    served
                        .request("/translate")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"one.\"}"))
                        .header("Content-Type", "Application/JSON; charset=\"UTF-8\""))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatIsTooLargeIsRefused() throws IOException {
    String large = "{\"text\": \"" + "x".repeat(200_000) + "\"}";
    assertThat(refused(served.post("/translate", large), 413)).contains("at most 100000 bytes");
    assertThat(
            served.exchange(
                "POST /translate HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 999999999999\r\n\r\n"
                    .getBytes(UTF_8)))
        .startsWith("HTTP/1.1 413 ");
    String chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
    assertThat(
            served.exchange(
                ("POST /translate HTTP/1.1\r\n"
                        + "Host: a\r\n"
                        + "Content-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + chunk.repeat(14))
                    .getBytes(UTF_8)))
        .startsWith("HTTP/1.1 413 ");
    String lines = "{\"text\": [" + "\"one.\",".repeat(100) + "\"one.\"]}";
    assertThat(refused(served.post("/translate", lines), 413))
        .contains("at most 100 lines, but has 101");
    assertThat(
            served.exchange(("GET /" + "x".repeat(10_000) + " HTTP/1.1\r\n\r\n").getBytes(UTF_8)))
        .matches("(?s)HTTP/1.[01] 414 .*");
    assertThat(
            served.exchange(
                ("GET / HTTP/1.1\r\nX: " + "x".repeat(30_000) + "\r\n\r\n").getBytes(UTF_8)))
        .matches("(?s)HTTP/1.[01] 431 .*");
    assertThat(
            refused(
                "/score",
                "{\"systems\": {\"a\": \"" + "x ".repeat(4000) + "\"}, \"references\": \"x\"}"))
        .contains("at most 5000 characters");
  }

  @Test
  void slowSendersAreNotWaitedFor() throws IOException {
    // Nothing at all, and a head that never ends: closed.
    assertThat(served.exchange(new byte[0])).isEmpty();
    assertThat(served.exchange("GET / HTTP/1.1\r\nHost: a\r\n".getBytes(UTF_8))).isEmpty();
    // A body that does not come: told, then closed.
    assertThat(
            served.exchange(
                "POST /translate HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{\"te"
                    .getBytes(UTF_8)))
        .startsWith("HTTP/1.1 408 ")
        .contains("sent too slowly");
  }

  @Test
  void garbageIsNoRequest() throws IOException {
    String answer = served.exchange("\u0000\u0001garbage\r\n\r\n".getBytes(UTF_8));
    assertThat(answer).matches("(?s)HTTP/1.[01] 400 .*");
    error(answer.substring(answer.indexOf("\r\n\r\n") + 4), 400);
  }

  /** Bytes of all kinds: requests that were right before they were changed, and noise. */
  @Test
  void anyBodyHasAnAnswer() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> valid =
        List.of(
            "{\"text\": [\"one two.\", \"\\u00e9\"], \"n-best\": 2, \"beam\": 3, \"tokens\": true}",
            "{\"text\": \"one. two.\", \"sentences\": true, \"alignments\": true, \"must\":"
                + " [\"un\"]}",
            "{\"systems\": {\"a\": [\"x y\"], \"b\": [\"x\"]}, \"references\": [[\"x y\"]],"
                + " \"samples\": 5}");
    for (int i = 0; i < 300; i++) {
      byte[] body = valid.get(random.nextInt(valid.size())).getBytes(UTF_8);
      for (int change = random.nextInt(4); change > 0; change--) {
        int at = random.nextInt(body.length);
        body[at] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : "{}[]\",:0".getBytes(UTF_8)[random.nextInt(8)];
      }
      String path = random.nextBoolean() ? "/translate" : "/score";
      HttpResponse<String> response = served.send(served.posting(path, body));
      assertThat(response.statusCode())
          .as("seed %d: %s", seed, new String(body, ISO_8859_1))
          .isIn(200, 400);
      if (response.statusCode() == 400) {
        error(response.body(), 400);
      }
    }
    assertThat(served.metric("gloss_lines_inside")).isZero();
  }

  @Test
  void anyBytesHaveAnAnswerOrNone() throws IOException {
    Random random = new Random(System.nanoTime());
    byte[] right =
        "POST /translate HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"text\": \"one.\"}"
            .getBytes(UTF_8);
    for (int i = 0; i < 40; i++) {
      byte[] bytes = right.clone();
      for (int change = 0; change <= random.nextInt(3); change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try (Socket socket = served.connect()) {
        socket.getOutputStream().write(bytes);
        socket.shutdownOutput();
        String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
        assertThat(answer).doesNotContain("Exception", "\tat ");
      } catch (java.net.SocketException e) {
        // A connection that is reset is an answer, too.
        continue;
      }
    }
    assertThat(served.post("/translate", "{\"text\": \"one.\"}").statusCode()).isEqualTo(200);
  }
}
