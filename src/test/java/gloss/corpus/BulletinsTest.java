package gloss.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.cli.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The corpus of texts with summaries that comes with the project: what its card promises. */
class BulletinsTest {
  private static final Path CORPUS = Processes.project().resolve("corpora/bulletins");
  private static Card card;

  @BeforeAll
  static void load() throws IOException {
    card = Card.load(CORPUS);
  }

  private static List<SummarizedText> texts(String split) throws IOException {
    JsonLinesFormat fields = (JsonLinesFormat) card.format();
    return SummaryFiles.ofRecords(card.paths(split, JsonLinesFormat.RECORDS)).read(fields);
  }

  @Test
  void countsAndChecksumsHold() throws IOException {
    card.verify();
    assertThat(card.split("train").count()).isGreaterThanOrEqualTo(8_000);
  }

  @Test
  void eachTextHasAHeadlineAndAnAbstract() throws IOException {
    for (String split : card.splits().keySet()) {
      for (SummarizedText text : texts(split)) {
        assertThat(text.text()).doesNotContain("\n");
        assertThat(text.summary().lines()).hasSize(2);
      }
    }
  }

  /** It checks by itself that what valid and test need is not in train. */
  @Test
  void theGeneratorReproducesItByteForByte(@TempDir Path made) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Processes.Result result =
        Processes.of(
                List.of(
                    java,
                    "-Dfile.encoding=UTF-8",
                    CORPUS.resolve("Generator.java").toString(),
                    made.toString()))
            .run();
    assertThat(result.exit()).as(result.err()).isZero();
    for (Card.Split split : card.splits().values()) {
      for (CheckedFile file : split.files().get(JsonLinesFormat.RECORDS)) {
        assertThat(made.resolve(file.path().getFileName())).hasSameBinaryContentAs(file.path());
      }
    }
  }
}
