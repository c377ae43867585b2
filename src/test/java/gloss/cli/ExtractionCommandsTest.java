package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.task.TinyExtracts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line with a model that takes sentences out of texts. */
class ExtractionCommandsTest {
  private static final String RECORD =
      "{\"text\": \"others wrote of the house 5.\\nwe found the river 7.\\nthey report the tower"
          + " 3.\"}\n";

  @TempDir private static Path folder;
  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    model = TinyExtracts.train(folder);
  }

  @Test
  void theReportedSentencesOfEachTextComeOutInItsLine() {
    Processes.Result result =
        Processes.gloss("summarize", model.toString(), "--separator", " / ")
            .stdin("We found the house 1. It is known of the river 2. They report the tower 3.\n\n")
            .run();
    assertThat(result.exit()).isZero();
    assertThat(result.out().lines())
        .containsExactly("We found the house 1. / They report the tower 3.", "");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void theLengthCanBeChosen() {
    String text = "We found the house 1. It is known of the river 2. They report the tower 3.\n";
    assertThat(
            Processes.gloss("summarize", model.toString(), "--words", "2").stdin(text).run().out())
        .isIn("We found the house 1.\n", "They report the tower 3.\n");
    assertThat(
            Processes.gloss("summarize", model.toString(), "--words", "50").stdin(text).run().out())
        .isEqualTo(text);
  }

  @Test
  void jsonSaysWhatWasRead() {
    Processes.Result result =
        Processes.gloss(
                "summarize", model.toString(), "--input-format", "jsonl", "--format", "jsonl")
            .stdin(RECORD)
            .run();
    JsonObject summary = JsonParser.parseString(result.out()).getAsJsonObject();
    assertThat(summary.get("sentences").getAsJsonArray()).hasSize(2);
    assertThat(summary.get("read").getAsInt()).isEqualTo(3);
  }

  @Test
  void evaluationAndOutlineAreThoseOfASummarizer() {
    Processes.Result scores =
        Processes.gloss("evaluate", model.toString(), "-m", "rouge2", "-m", "unseen").run();
    assertThat(scores.exit()).isZero();
    assertThat(scores.out()).contains("rouge2|", "unseen|");
    Processes.Result outline = Processes.gloss("inspect", model.toString()).run();
    assertThat(outline.exit()).isZero();
    assertThat(outline.out()).contains("text of 6 sentences → extract of about 10 words");
  }

  @Test
  void whatItCannotDoIsSaidInALine() {
    Processes.Result searched =
        Processes.gloss("summarize", model.toString(), "--beam", "4").stdin("A text.\n").run();
    assertThat(searched.exit()).isEqualTo(2);
    assertThat(searched.errLines())
        .isEqualTo(
            List.of(
                "gloss: "
                    + model
                    + ": takes sentences out of texts, which are not searched for: leave out the"
                    + " options of search (--words is its length)"));
    Processes.Result explained = Processes.gloss("explain", model.toString()).run();
    assertThat(explained.exit()).isEqualTo(2);
    assertThat(explained.errLines()).hasSize(1);
    assertThat(explained.err())
        .contains("cannot be explained: nothing is told of models for extractive-summarization");
    Processes.Result lengthless =
        Processes.gloss("summarize", "--method", "lead:1", "--words", "4").stdin("A text.\n").run();
    assertThat(lengthless.exit()).isEqualTo(2);
    assertThat(lengthless.errLines().get(0)).contains("--words: give a MODEL that takes sentences");
    Processes.Result translated =
        Processes.gloss("translate", model.toString()).stdin("A text.\n").run();
    assertThat(translated.exit()).isEqualTo(2);
    assertThat(translated.errLines()).hasSize(1);
  }
}
