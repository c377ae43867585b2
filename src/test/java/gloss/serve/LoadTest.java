package gloss.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More than there is room for, clients who go, and the end. */
@Timeout(120)
class LoadTest {
  /** Takes the toy model many searches: it is cut into many parts. */
  private static final String LONG =
      "{\"text\": ["
          + String.join(",", Collections.nCopies(40, "\"" + "one two three ".repeat(60) + "\""))
          + "]}";

  @TempDir private static Path folder;
  private static Models models;
  private static final ExecutorService CLIENTS = Executors.newCachedThreadPool();

  @BeforeAll
  static void train() throws IOException {
    models = Served.train(folder);
  }

  @AfterAll
  static void stop() {
    CLIENTS.shutdownNow();
    models.close();
  }

  private static Served served(int lines, Duration answer) {
    return Served.start(models, Served.limits(lines, Duration.ofSeconds(20), answer));
  }

  private static CompletableFuture<HttpResponse<String>> posting(Served served, String body) {
    return CompletableFuture.supplyAsync(() -> served.post("/translate", body), CLIENTS);
  }

  private static void awaitMetric(Served served, String name, double value)
      throws InterruptedException {
    while (served.metric(name) != value) {
      Thread.sleep(5);
    }
  }

  @Test
  void whatIsTooMuchIsRefusedAndTheRestIsDone() throws Exception {
    try (Served served = served(41, Duration.ofSeconds(60))) {
      CompletableFuture<HttpResponse<String>> first = posting(served, LONG);
      awaitMetric(served, "gloss_lines_inside", 40);
      HttpResponse<String> second = served.post("/translate", LONG);
      if (!first.isDone()) {
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("retry-after")).hasValue("1");
        assertThat(second.body()).contains("try again");
      }
      assertThat(first.join().statusCode()).isEqualTo(200);
      assertThat(served.post("/translate", LONG).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatTakesTooLongIsGivenUp() throws Exception {
    try (Served served = served(100, Duration.ofMillis(1))) {
      HttpResponse<String> response = served.post("/translate", LONG);
      assertThat(response.statusCode()).isEqualTo(503);
      awaitMetric(served, "gloss_lines_inside", 0);
    }
  }

  @Test
  void aClientWhoGoesFreesTheWork() throws Exception {
    try (Served served = served(1000, Duration.ofSeconds(60))) {
      byte[] request =
          ("POST /translate HTTP/1.1\r\n"
                  + "Host: a\r\n"
                  + "Content-Type: application/json\r\n"
                  + "Content-Length: "
                  + LONG.length()
                  + "\r\n\r\n"
                  + LONG)
              .getBytes(UTF_8);
      List<Socket> clients = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        Socket client = served.connect();
        client.getOutputStream().write(request);
        clients.add(client);
      }
      while (served.metric("gloss_lines_inside") < 100) {
        Thread.sleep(5);
      }
      double before = models.translators().get("model").counts().requests();
      for (Socket client : clients) {
        client.close();
      }
      awaitMetric(served, "gloss_lines_inside", 0);
      assertThat(served.metric("gloss_http_clients_gone_total")).isBetween(1.0, 10.0);
      assertThat(served.post("/translate", "{\"text\": \"one.\"}").statusCode()).isEqualTo(200);
      // Of 400 lines most were never begun.
      assertThat(models.translators().get("model").counts().requests() - before).isLessThan(350);
    }
  }

  @Test
  void manyClientsAtOnceAreServed() {
    try (Served served = served(1000, Duration.ofSeconds(60))) {
      List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        all.add(posting(served, "{\"text\": \"one two three.\"}"));
      }
      // 50 connections may be open; who is closed is told so by the system, not by an answer.
      long well = all.stream().filter(LoadTest::isWell).count();
      assertThat(well).isPositive();
      assertThat(served.post("/translate", "{\"text\": \"one.\"}").statusCode()).isEqualTo(200);
    }
  }

  private static boolean isWell(CompletableFuture<HttpResponse<String>> future) {
    try {
      return future.join().statusCode() == 200;
    } catch (java.util.concurrent.CompletionException e) {
      return false;
    }
  }

  @Test
  void stoppingFinishesWhatIsAtWork() throws Exception {
    Served served = served(1000, Duration.ofSeconds(60));
    CompletableFuture<HttpResponse<String>> running = posting(served, LONG);
    awaitMetric(served, "gloss_lines_inside", 40);
    served.close();
    assertThat(running.join().statusCode()).isEqualTo(200);
  }
}
