package gloss.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.task.TinyCorpus;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public API, with a model that has learned a little. */
class TranslatorTest {
  private static final List<String> LINES =
      List.of(
          "one.",
          "",
          "seven two.",
          "ten nine eight three.",
          " \t ",
          "four four four four.",
          "nobody taught it this word",
          "six.");

  @TempDir private static Path folder;
  private static Translator translator;

  @BeforeAll
  static void train() throws IOException {
    translator =
        Translator.load(
            TinyCorpus.train(
                folder, "training.until=[60 steps]", "training.validate.every=60 steps"));
  }

  @AfterAll
  static void close() {
    translator.close();
  }

  @Test
  void aLineComesOutForEachThatGoesIn() {
    List<String> translations = translator.translate(LINES);
    assertThat(translations).hasSameSizeAs(LINES);
    assertThat(translations.get(1)).isEmpty();
    assertThat(translations.get(4)).isEmpty();
    assertThat(translations).noneMatch(line -> line.contains("\n"));
    assertThat(translations.get(0)).isNotEmpty();
    assertThat(translator.translate(List.of())).isEmpty();
  }

  @Test
  void aTranslationDoesNotDependOnItsNeighbours() {
    for (int beam : new int[] {1, 4}) {
      Translator searching = translator.with(translator.options().withBeam(beam));
      List<String> together = searching.translate(LINES);
      for (int i = 0; i < LINES.size(); i++) {
        assertThat(searching.translate(LINES.get(i))).isEqualTo(together.get(i));
      }
    }
  }

  @Test
  void severalThreadsTranslateAsOne() throws InterruptedException, ExecutionException {
    List<String> expected = translator.translate(LINES);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<String>>> results = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        results.add(threads.submit(() -> translator.translate(LINES)));
      }
      for (Future<List<String>> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void oddLinesDoNoHarm() {
    List<String> odd =
        List.of(
            "\u0000",
            "one\u2028two",
            "\u2028",
            "\uFEFF",
            "a\rb",
            "\uD83D\uDE00",
            "one ".repeat(400));
    assertThat(translator.translate(odd)).hasSize(odd.size());
    // Half a surrogate pair is no text: it must be refused, not guessed.
    assertThatThrownBy(() -> translator.translate("\uD83D")).isInstanceOf(InputException.class);
  }

  @Test
  void whatIsNoModelIsRefused() {
    assertThatThrownBy(() -> Translator.load(folder.resolve("none")))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("no such folder");
  }
}
