package gloss.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.cli.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The corpus of texts with summaries that comes with the project: what its card promises. */
class BulletinsTest {
  private static final Path CORPUS = Processes.project().resolve("corpora/bulletins");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+|[0-9]+(?:[.,:-][0-9]+)*");
  private static final Pattern SENTENCE = Pattern.compile("[.!?](?= |$)");
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

  @Test
  void noNoticeOccursTwiceAndEachHasFourToEightSentences() throws IOException {
    Set<String> seen = new HashSet<>();
    for (String split : card.splits().keySet()) {
      for (SummarizedText text : texts(split)) {
        assertThat(seen.add(text.text())).as(text.text()).isTrue();
        assertThat(SENTENCE.matcher(text.text()).results().count())
            .as(text.text())
            .isBetween(4L, 8L);
      }
    }
  }

  @Test
  void whatHeldOutAbstractsNeedIsNewAndInTheNotice() throws IOException {
    Set<String> known = new HashSet<>();
    for (SummarizedText text : texts("train")) {
      known.addAll(words(text.text()));
      known.addAll(words(text.summary()));
    }
    for (String split : List.of("valid", "test")) {
      for (SummarizedText text : texts(split)) {
        Set<String> needed = words(text.summary());
        Set<String> fresh = new HashSet<>(needed);
        fresh.removeAll(known);
        assertThat(fresh).as(text.summary()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(words(text.text())).as(text.text()).containsAll(fresh);
        needed.removeIf(word -> !Character.isDigit(word.charAt(0)));
        assertThat(fresh).as("figures of " + text.summary()).containsAll(needed);
      }
    }
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

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
