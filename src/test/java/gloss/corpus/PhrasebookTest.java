package gloss.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.cli.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The corpus that comes with the project: what its card promises. */
class PhrasebookTest {
  private static final Path CORPUS = Processes.project().resolve("corpora/phrasebook-en-fr");
  private static Card card;

  @BeforeAll
  static void load() throws IOException {
    card = Card.load(CORPUS);
  }

  private static ParallelText text(String split) throws IOException {
    return ParallelText.read(card.parallel(split, "en", "fr"));
  }

  @Test
  void countsAndChecksumsHold() throws IOException {
    card.verify();
    assertThat(card.splits().keySet())
        .containsExactlyInAnyOrder("train", "valid", "test", "test-compositional");
    assertThat(card.split("train").count()).isGreaterThanOrEqualTo(10_000);
    for (String split : List.of("valid", "test", "test-compositional")) {
      assertThat(card.split(split).count()).isEqualTo(500);
    }
  }

  @Test
  void theGeneratorReproducesItByteForByte(@TempDir Path made) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Processes.Result result =
        Processes.of(
                List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-Dfile.encoding=UTF-8",
                    CORPUS.resolve("Generator.java").toString(),
                    made.toString()))
            .run();
    assertThat(result.exit()).as(result.err()).isZero();
    for (Card.Split split : card.splits().values()) {
      for (List<CheckedFile> files : split.files().values()) {
        for (CheckedFile file : files) {
          Path again = made.resolve(file.path().getFileName());
          assertThat(again).hasSameBinaryContentAs(file.path());
        }
      }
    }
    try (Stream<Path> files = Files.list(made)) {
      for (Path file : files.toList()) {
        assertThat(CORPUS.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
  }

  @Test
  void noSentenceOfOneSplitIsInAnother() throws IOException {
    Map<String, Set<String>> seen = Map.of("en", new HashSet<>(), "fr", new HashSet<>());
    for (String split : card.splits().keySet()) {
      ParallelText text = text(split);
      Set<String> english = plain(text.sources());
      Set<String> french = plain(text.targets());
      assertThat(english).as("English of " + split).noneMatch(seen.get("en")::contains);
      assertThat(french).as("French of " + split).noneMatch(seen.get("fr")::contains);
      seen.get("en").addAll(english);
      seen.get("fr").addAll(french);
    }
  }

  /** Small differences do not make a sentence another one. */
  private static Set<String> plain(List<String> sentences) {
    Set<String> plain = new HashSet<>();
    sentences.forEach(
        s -> plain.add(s.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}]+", " ").strip()));
    return plain;
  }

  @Test
  void sentencesAreCleanText() throws IOException {
    for (String split : card.splits().keySet()) {
      for (List<String> side : List.of(text(split).sources(), text(split).targets())) {
        assertThat(side).allMatch(s -> s.equals(s.strip()) && !s.isEmpty() && !s.contains("  "));
      }
    }
  }
}
