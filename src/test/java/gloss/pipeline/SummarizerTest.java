package gloss.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.task.TinyBulletins;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One interface for trained models and for methods that need none. */
@Timeout(120)
class SummarizerTest {
  private static final List<String> TEXTS =
      List.of(
          "the red house of abcdef is near ghijkl .",
          "",
          "the old house of qwerty is near uiopas .",
          "the new house of zxcvbn is near mlkjhg . and more that nobody reads of it at all");

  @TempDir private static Path folder;
  private static TrainedSummarizer trained;

  @BeforeAll
  static void train() throws IOException {
    trained =
        TrainedSummarizer.load(
            TinyBulletins.train(
                folder, "training.until=[60 steps]", "training.validate.every=60 steps"));
  }

  @AfterAll
  static void close() {
    trained.close();
  }

  @Test
  void aSummaryComesOutForEachTextWhateverItsNeighbours() {
    List<String> together = trained.summarize(TEXTS);
    assertThat(together).hasSameSizeAs(TEXTS);
    assertThat(together.get(1)).isEmpty();
    assertThat(together.get(0)).isNotEmpty();
    for (int i = 0; i < TEXTS.size(); i++) {
      assertThat(trained.summarize(TEXTS.get(i))).isEqualTo(together.get(i));
    }
    assertThat(trained.summarize(TEXTS.stream())).isEqualTo(together);
    Summary last = trained.summary(TEXTS.get(3));
    assertThat(last.reading().isWhole()).isFalse();
    assertThat(last.reading().unit()).isEqualTo("words");
    assertThat(last.outputs()).isNotEmpty();
  }

  @Test
  void manyCallersAreSummarizedTogetherAndEachGetsHisOwn() {
    List<String> expected = trained.summarize(TEXTS);
    BatchCounts before = trained.counts();
    List<CompletableFuture<List<Summary>>> asked = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      asked.add(trained.submit(List.of(SummaryRequest.of(TEXTS.get(i % TEXTS.size())))));
    }
    for (int i = 0; i < asked.size(); i++) {
      assertThat(asked.get(i).join().get(0).text()).isEqualTo(expected.get(i % TEXTS.size()));
    }
    assertThat(trained.counts().requests() - before.requests()).isEqualTo(40);
    assertThat(trained.counts().batches() - before.batches()).isLessThan(40);
  }

  @Test
  void cancellingFreesTheWork() {
    TrainedSummarizer wide = trained.with(trained.options().withBeam(8));
    CompletableFuture<List<Summary>> future =
        wide.submit(Stream.generate(() -> SummaryRequest.of(TEXTS.get(0))).limit(20_000).toList());
    future.cancel(true);
    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    assertThat(trained.summarize(TEXTS.get(0))).isNotEmpty();
    assertThat(trained.counts().requests()).isLessThan(20_000);
  }

  @Test
  void aStreamIsReadAsItIsAskedFor() {
    AtomicInteger read = new AtomicInteger();
    Stream<String> endless = Stream.generate(() -> TEXTS.get(read.getAndIncrement() % 3));
    assertThat(trained.summarize(endless).limit(2))
        .isEqualTo(trained.summarize(TEXTS.subList(0, 2)));
    assertThat(read.get()).isLessThan(100);
  }

  @Test
  void whoComesAfterTheEndIsToldSo() throws IOException {
    TrainedSummarizer closed = TrainedSummarizer.load(folder.resolve("model"));
    closed.close();
    closed.close();
    assertThatThrownBy(() -> closed.summarize("a")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Summarizer.load(folder)).isInstanceOf(InputException.class);
  }

  @Test
  void sentencesOfTheTextNeedNoModel() {
    try (Summarizer lead = Summarizer.extractive("lead:2")) {
      assertThat(lead.summarize("Mr. Seven came. Two went. Three stayed."))
          .isEqualTo("Mr. Seven came.\nTwo went.");
      assertThat(lead.summary("It rains. It pours. It ends.").reading())
          .hasToString("all of 3 sentences");
      assertThat(lead.summarize(Stream.of("A b.", ""))).containsExactly("A b.", "");
    }
    assertThatThrownBy(() -> Summarizer.extractive("led:2"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("lead");
  }
}
