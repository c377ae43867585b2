package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.task.TinyCorpus;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(200)
class ServeCommandTest {
  @TempDir private static Path shared;
  private static Path model;

  @TempDir private Path folder;

  @BeforeAll
  static void train() throws IOException {
    model = TinyCorpus.train(shared, "training.until=[4 steps]", "training.validate.every=4 steps");
  }

  private String awaitUrl(Process process) throws IOException, InterruptedException {
    while (true) {
      Matcher line =
          Pattern.compile("serving model at (http://127.0.0.1:\\d+/)\n")
              .matcher(Files.readString(folder.resolve("out")));
      if (line.find()) {
        return line.group(1);
      }
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("err"))).isTrue();
      Thread.sleep(50);
    }
  }

  @Test
  void itServesUntilItIsStopped() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), "s3cret\n");
    Process process =
        Processes.gloss("serve", model.toString(), "--port", "0", "--token-file", token.toString())
            .start(folder);
    try {
      URI url = URI.create(awaitUrl(process));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(url.resolve("translate"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"one.\"}"));
      HttpClient client = HttpClient.newHttpClient();
      assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(401);
      HttpResponse<String> response =
          client.send(
              request.header("Authorization", "Bearer s3cret").build(), BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(Files.readString(folder.resolve("err")))
          .isEqualTo("gloss: finishing what is at work; Ctrl-C once more ends at once\n");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void whatIsWrongIsSaidInOneLine() throws IOException {
    Processes.Result noModel = Processes.gloss("serve", "/no/model").run();
    assertThat(noModel.exit()).isEqualTo(2);
    assertThat(noModel.err()).isEqualTo("gloss: /no/model: no such folder\n");
    Processes.Result port = Processes.gloss("serve", model.toString(), "--port", "70000").run();
    assertThat(port.exit()).isEqualTo(2);
    assertThat(port.err()).startsWith("gloss: Invalid value for option '--port': 70000");
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
      String number = String.valueOf(taken.getLocalPort());
      Processes.Result busy = Processes.gloss("serve", model.toString(), "--port", number).run();
      assertThat(busy.exit()).isEqualTo(1);
      assertThat(busy.err())
          .contains("cannot listen on 127.0.0.1 port " + number)
          .doesNotContain("\tat ");
    }
  }
}
