package gloss.serve;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.task.TinyBulletins;
import gloss.task.TinyCorpus;
import gloss.task.image.TinyPictures;
import gloss.task.table.TinyTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service with models that have learned a little, and a client. */
final class Served implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Models models;
  private final GlossServer server;

  private Served(Models models, ServeOptions options) {
    this.models = models;
    try {
      server = GlossServer.start(models, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Trains a model in a folder; it is called {@code model}. */
  static Models train(Path folder) throws IOException {
    return Models.load(
        List.of(
            TinyCorpus.train(
                folder, "training.until=[60 steps]", "training.validate.every=60 steps")));
  }

  /** One model of each kind: {@code pairs}, {@code bulletins}, {@code sizes} and {@code bars}. */
  static Models trainAll(Path folder) throws IOException {
    String[] briefly = {"training.until=[60 steps]", "training.validate.every=60 steps"};
    List<Path> folders =
        List.of(
            named(TinyCorpus.train(folder.resolve("a"), briefly), "pairs"),
            named(TinyBulletins.train(folder.resolve("b"), briefly), "bulletins"),
            named(TinyTables.train(folder.resolve("c")), "sizes"),
            named(TinyPictures.train(folder.resolve("d")), "bars"));
    return Models.load(folders);
  }

  private static Path named(Path model, String name) throws IOException {
    return Files.move(model, model.resolveSibling(name));
  }

  static Served start(Models models, ServeLimits limits) {
    return start(models, Optional.empty(), limits);
  }

  static Served start(Models models, Optional<String> token, ServeLimits limits) {
    return new Served(models, new ServeOptions("127.0.0.1", 0, token, limits));
  }

  /** Limits that tests can reach. */
  static ServeLimits limits(int lines, Duration receive, Duration answer) {
    return new ServeLimits(100_000, lines, 50, receive, answer, Duration.ofSeconds(60));
  }

  static ServeLimits usual() {
    return limits(1000, Duration.ofSeconds(20), Duration.ofSeconds(60));
  }

  GlossServer server() {
    return server;
  }

  Models models() {
    return models;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path.substring(1)))
        .timeout(Duration.ofSeconds(100));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpRequest.Builder posting(String path, byte[] body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  HttpResponse<String> post(String path, String body) {
    return send(posting(path, body.getBytes(StandardCharsets.UTF_8)));
  }

  /** The object that a request is answered with; it must be well. */
  JsonObject ask(String path, String body) {
    HttpResponse<String> response = post(path, body);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return JsonParser.parseString(response.body()).getAsJsonObject();
  }

  /** The value of a metric without labels. */
  double metric(String name) {
    Matcher line = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(get("/metrics").body());
    return line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
  }

  Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    socket.setSoTimeout(30_000);
    return socket;
  }

  /** Sends bytes and reads until the server closes. */
  String exchange(byte[] bytes) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
