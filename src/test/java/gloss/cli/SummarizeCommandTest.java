package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.pipeline.Summarizer;
import gloss.task.TinyBulletins;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gloss summarize MODEL}. */
class SummarizeCommandTest {
  private static final String TEXT = "the red house of zyxqua is near vutvut .";

  @TempDir private static Path shared;
  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    model = TinyBulletins.train(shared);
  }

  private static Processes.Result run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Gloss.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    return new Processes.Result(exit, out.toString(), err.toString());
  }

  @Test
  void wordsNeverSeenAreCopiedThroughAShellAndEmptyTextsKeepTheirLine() {
    Processes.Result result =
        Processes.gloss("summarize", model.toString(), "--separator", " / ")
            .stdin(TEXT + "\n\n" + TEXT + " and so on and on and on\n")
            .run();
    assertThat(result.exit()).isZero();
    List<String> lines = result.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("zyxqua");
    assertThat(lines.get(1)).isEmpty();
    assertThat(result.err()).isEqualTo("gloss: line 3: reads the first 14 of 16 words\n");
  }

  @Test
  void jsonHasScoresAndWhatWasRead() throws IOException {
    Path in = shared.resolve("test.jsonl");
    List<String> lines =
        run(
                "summarize",
                model.toString(),
                "--input-format",
                "jsonl",
                "--format",
                "jsonl",
                "--n-best",
                "2",
                "-i",
                in.toString())
            .ok()
            .out()
            .lines()
            .toList();
    assertThat(lines).hasSize(20);
    JsonObject first = JsonParser.parseString(lines.get(0)).getAsJsonObject();
    assertThat(first.get("sentences").getAsJsonArray()).isNotEmpty();
    assertThat(first.get("log-probability").getAsDouble()).isNegative();
    assertThat(first.get("read").getAsInt()).isEqualTo(9);
    assertThat(first.get("n-best").getAsJsonArray()).hasSize(2);
  }

  @Test
  void evaluateHasRougeAndTheShareOfCopiedNames() {
    Processes.Result result =
        run("evaluate", model.toString(), "-m", "rougeL", "-m", "unseen").ok();
    assertThat(result.out()).contains("rougeL|", "unseen|");
  }

  @Test
  void mistakesAreSaidInALine() {
    Processes.Result both = run("summarize", model.toString(), "--method", "lead:1");
    assertThat(both.exit()).isEqualTo(2);
    assertThat(both.err()).contains("give either a MODEL or a --method");
    Processes.Result none = run("summarize", shared.toString());
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.errLines()).hasSize(1);
  }

  @Test
  void aSummarizerServesManyThreads() throws IOException {
    try (Summarizer summarizer = Summarizer.load(model)) {
      String alone = summarizer.summarize(TEXT);
      assertThat(Stream.generate(() -> TEXT).limit(16).parallel().map(summarizer::summarize))
          .containsOnly(alone);
      assertThat(summarizer.summarize(Stream.of(TEXT, "", TEXT))).containsExactly(alone, "", alone);
    }
  }
}
