package gloss.serve;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Headless Chromium, driven by chromedriver through W3C WebDriver. */
final class Browser implements AutoCloseable {
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
  private static final Gson GSON = new Gson();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process driver;
  private final String session;

  private Browser(Process driver, String session) {
    this.driver = driver;
    this.session = session;
  }

  private static Optional<Path> find(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Whether there is a browser to be driven. */
  static boolean isThere() {
    return find("chromedriver").isPresent() && find("chromium").isPresent();
  }

  /** Starts a browser; {@code profile} is a folder of its own. */
  static Browser start(Path profile, int width, int height)
      throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process driver =
        new ProcessBuilder(find("chromedriver").orElseThrow().toString(), "--port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    String root = "http://127.0.0.1:" + port + "/session";
    Map<String, Object> chromium =
        Map.of(
            "binary",
            find("chromium").orElseThrow().toString(),
            "args",
            List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profile,
                "--window-size=" + width + "," + height));
    Map<String, Object> wanted =
        Map.of(
            "browserName",
            "chrome",
            "goog:chromeOptions",
            chromium,
            "goog:loggingPrefs",
            Map.of("browser", "ALL", "performance", "ALL"));
    for (int attempt = 0; ; attempt++) {
      try {
        JsonElement value = post(root, Map.of("capabilities", Map.of("alwaysMatch", wanted)));
        return new Browser(
            driver, root + "/" + value.getAsJsonObject().get("sessionId").getAsString());
      } catch (java.net.ConnectException e) {
        if (attempt > 200) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }

  private static JsonElement post(String url, Object body)
      throws IOException, InterruptedException {
    String answer =
        CLIENT
            .send(
                HttpRequest.newBuilder(URI.create(url))
                    .POST(HttpRequest.BodyPublishers.ofString(GSON.toJson(body)))
                    .build(),
                BodyHandlers.ofString())
            .body();
    JsonElement value = JsonParser.parseString(answer).getAsJsonObject().get("value");
    if (value.isJsonObject() && value.getAsJsonObject().has("error")) {
      throw new AssertionError(value.toString());
    }
    return value;
  }

  private JsonElement command(String path, Object body) {
    try {
      return post(session + path, body);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void open(String url) {
    command("/url", Map.of("url", url));
  }

  /** What a script returns. */
  JsonElement script(String script) {
    return command("/execute/sync", Map.of("script", script, "args", List.of()));
  }

  String text(String selector) {
    return script("return document.querySelector('" + selector + "').textContent").getAsString();
  }

  int count(String selector) {
    return script("return document.querySelectorAll('" + selector + "').length").getAsInt();
  }

  /** Waits until a script returns true. */
  void await(String condition) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!script("return !!(" + condition + ")").getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never true: " + condition + "\n" + log());
      }
    }
  }

  private String element(String selector) {
    return command("/element", Map.of("using", "css selector", "value", selector))
        .getAsJsonObject()
        .get(ELEMENT)
        .getAsString();
  }

  void click(String selector) {
    command("/element/" + element(selector) + "/click", Map.of());
  }

  void type(String selector, String text) {
    command("/element/" + element(selector) + "/value", Map.of("text", text));
  }

  /** Moves the pointer over an element. */
  void pointAt(String selector) {
    Map<String, Object> move =
        Map.of(
            "type",
            "pointerMove",
            "duration",
            0,
            "x",
            0,
            "y",
            0,
            "origin",
            Map.of(ELEMENT, element(selector)));
    command(
        "/actions",
        Map.of("actions", List.of(Map.of("type", "pointer", "id", "m", "actions", List.of(move)))));
  }

  /** Presses a key where the focus is; codes are those of WebDriver. */
  void press(char key) {
    List<Map<String, String>> actions =
        List.of(
            Map.of("type", "keyDown", "value", String.valueOf(key)),
            Map.of("type", "keyUp", "value", String.valueOf(key)));
    command(
        "/actions",
        Map.of("actions", List.of(Map.of("type", "key", "id", "k", "actions", actions))));
  }

  /** What the console says: errors, and what the policy has forbidden. */
  String log() {
    return command("/se/log", Map.of("type", "browser")).toString();
  }

  /** The addresses of all requests to hosts so far. */
  List<String> requests() {
    return command("/se/log", Map.of("type", "performance")).getAsJsonArray().asList().stream()
        .map(entry -> entry.getAsJsonObject().get("message").getAsString())
        .map(
            message -> JsonParser.parseString(message).getAsJsonObject().getAsJsonObject("message"))
        .filter(m -> m.get("method").getAsString().equals("Network.requestWillBeSent"))
        .map(m -> m.getAsJsonObject("params").getAsJsonObject("request").get("url").getAsString())
        .filter(url -> !url.startsWith("chrome") && !url.startsWith("data:"))
        .toList();
  }

  byte[] screenshot() {
    try {
      String answer =
          CLIENT
              .send(
                  HttpRequest.newBuilder(URI.create(session + "/screenshot")).build(),
                  BodyHandlers.ofString())
              .body();
      JsonObject object = JsonParser.parseString(answer).getAsJsonObject();
      return Base64.getDecoder().decode(object.get("value").getAsString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      CLIENT.send(
          HttpRequest.newBuilder(URI.create(session)).DELETE().build(), BodyHandlers.discarding());
    } catch (IOException | InterruptedException e) {
      // The driver takes the browser with it.
      driver.destroy();
    }
    driver.destroy();
  }
}
