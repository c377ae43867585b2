package gloss.corpus.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import gloss.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However a server cuts its answers: what is in place is whole, and in the end it is. */
class FetcherProperties {
  private static final Patience NONE = new Patience(Duration.ofSeconds(10), 0, Duration.ZERO, 2);

  @Property(tries = 40)
  void whatIsInPlaceIsWhole(
      @ForAll @Size(min = 1, max = 3000) byte[] bytes,
      @ForAll @Size(max = 6) List<@IntRange(max = 2000) Integer> cuts,
      @ForAll boolean knowsParts)
      throws IOException {
    Path folder = Files.createTempDirectory("fetch");
    Queue<Integer> left = new ArrayDeque<>(cuts);
    LoopbackServer.Behaviour behaviour =
        (exchange, from) -> answer(exchange, bytes, knowsParts ? from : 0, left.poll());
    try (LoopbackServer server = new LoopbackServer()) {
      server.on("/train.en", behaviour).on("/train.de", LoopbackServer.good(bytes));
      Corpus corpus = Fetching.corpus(folder, Fetching.from(server.address()), bytes, bytes);
      Path place = folder.resolve("data/train.en");
      for (int tries = 0; !Files.exists(place); tries++) {
        assertThat(tries).isLessThan(8);
        try {
          new Fetcher(new Web(NONE, TransferListener.SILENT)).fetch(corpus);
        } catch (IOException e) {
          assertThat(place).doesNotExist();
        }
      }
      assertThat(place).hasBinaryContent(bytes);
      corpus.card().files().forEach(file -> assertThat(file.path()).hasBinaryContent(bytes));
    } finally {
      for (String file : Fetching.files(folder)) {
        Files.delete(folder.resolve(file));
      }
    }
  }

  private static void answer(HttpExchange exchange, byte[] bytes, long from, Integer most)
      throws IOException {
    LoopbackServer.cutting(bytes, most == null ? Integer.MAX_VALUE : most).answer(exchange, from);
  }
}
