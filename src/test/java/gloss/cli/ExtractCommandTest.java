package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gloss summarize --method}. */
class ExtractCommandTest {
  private static final String STORY =
      "Mr. Hill closed the harbour of Brightsea on Monday. Ships wait. A storm of 3.5 m waves had"
          + " closed the harbour of Brightsea before. The bakery is open.";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Processes.Result run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Gloss.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    return new Processes.Result(exit, out.toString(), err.toString());
  }

  private static List<String> lines(Processes.Result result) {
    return result.ok().out().lines().toList();
  }

  @Test
  void linesOfTextThroughAShellKeepTheirNumber() {
    assertThat(
            Processes.gloss("summarize", "--method", "lead:1")
                .stdin(STORY + "\n\n  \n\"What?\" he said. Nothing.\n")
                .run()
                .ok()
                .out())
        .isEqualTo("Mr. Hill closed the harbour of Brightsea on Monday.\n\n\n\"What?\"\n");
  }

  @Test
  void eachMethodTakesItsSentences() throws IOException {
    String in = file("in", STORY + "\n").toString();
    String known = file("ref", "the bakery is open while ships wait\n").toString();
    for (String method : List.of("textrank:2", "lexrank:2")) {
      assertThat(lines(run("summarize", "--method", method, "-i", in)).get(0))
          .startsWith("Mr. Hill")
          .contains("A storm")
          .doesNotContain("bakery");
    }
    assertThat(lines(run("summarize", "--method", "random:4", "-i", in))).containsExactly(STORY);
    assertThat(lines(run("summarize", "--method", "oracle:3", "-i", in, "--references", known)))
        .containsExactly("Ships wait. The bakery is open.");
  }

  @Test
  void jsonHasSentencesAndWhatWasRead() throws IOException {
    Path in =
        file(
            "in.jsonl",
            "{\"body\": \"One dog.\\nTwo cats. And a bird.\\n\", \"s\": \"two cats\"}\n"
                + "{\"body\": \"\", \"s\": \"nothing\"}\n");
    Path out = folder.resolve("out");
    String[] command = {
      "summarize",
      "--method",
      "oracle:2",
      "--input-format",
      "jsonl",
      "--field",
      "body",
      "--reference-field",
      "s",
      "--format",
      "jsonl",
      "-i",
      in.toString(),
      "-o",
      out.toString()
    };
    assertThat(run(command).ok().out()).isEmpty();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(2);
    JsonObject first = JsonParser.parseString(lines.get(0)).getAsJsonObject();
    assertThat(first.get("summary").getAsString()).isEqualTo("Two cats. And a bird.");
    assertThat(first.get("sentences").getAsJsonArray()).hasSize(1);
    assertThat(first.get("read").getAsInt()).isEqualTo(2);
    assertThat(first.get("length").getAsInt()).isEqualTo(2);
    JsonObject second = JsonParser.parseString(lines.get(1)).getAsJsonObject();
    assertThat(second.get("summary").getAsString()).isEmpty();
  }

  @Test
  void sentencesAreWhatTheOptionSays() throws IOException {
    Path in = file("in.jsonl", "{\"text\": \"One dog. Two\\ncats. A bird.\"}\n");
    String[] command = {
      "summarize",
      "--method",
      "lead:1",
      "--input-format",
      "jsonl",
      "-i",
      in.toString(),
      "--sentences",
      "auto"
    };
    assertThat(lines(run(command))).containsExactly("One dog. Two");
    command[command.length - 1] = "corenlp";
    assertThat(lines(run(command))).containsExactly("One dog.");
    command[command.length - 1] = "lines";
    assertThat(lines(run(command))).containsExactly("One dog. Two");
  }

  @Test
  void sentencesMayBePartedByAString() throws IOException {
    String in = file("in", STORY + "\n").toString();
    assertThat(lines(run("summarize", "--method", "lead:2", "-i", in, "--separator", "<n>")))
        .containsExactly("Mr. Hill closed the harbour of Brightsea on Monday.<n>Ships wait.");
  }

  @Test
  void aLongTextIsReadAsFarAsCanBeAndThatIsSaid() throws IOException {
    Path in = file("in.jsonl", "{\"text\": \"" + "A b c.\\n".repeat(4_100) + "\"}\n");
    Processes.Result result =
        run("summarize", "--method", "textrank:1", "--input-format", "jsonl", "-i", in.toString());
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEqualTo("A b c.\n");
    assertThat(result.err()).isEqualTo("gloss: line 1: reads the first 4000 of 4100 sentences\n");
  }

  @Test
  void mistakesAreSaidInALine() throws IOException {
    String in = file("in", "A.\nB.\n").toString();
    String one = file("one", "a\n").toString();
    String three = file("three", "a\nb\nc\n").toString();
    String json =
        file("in.jsonl", "{\"text\": \"A.\"}\n{\"body\": \"B.\", \"id\": \"1\"}\n").toString();
    assertWrong("give a MODEL, or a --method", "summarize", "-i", in);
    assertWrong("no extractive method is called 'leed'", "summarize", "--method", "leed:1");
    assertWrong("such as lead:3; found 'lead'", "summarize", "--method", "lead");
    assertWrong("needs --references FILE", "summarize", "--method", "oracle:1", "-i", in);
    assertWrong(
        "one: has fewer lines than there are texts",
        "summarize",
        "--method",
        "oracle:1",
        "-i",
        in,
        "--references",
        one);
    assertWrong(
        "three: has more lines than there are texts",
        "summarize",
        "--method",
        "oracle:1",
        "-i",
        in,
        "--references",
        three);
    assertWrong("no such file", "summarize", "--method", "lead:1", "-i", in + "x");
    assertWrong(
        "in.jsonl:2: has no field 'text'; it has body, id",
        "summarize",
        "--method",
        "lead:1",
        "-i",
        json,
        "--input-format",
        "jsonl");
    assertWrong(
        "in:1: is no JSON object",
        "summarize",
        "--method",
        "lead:1",
        "-i",
        in,
        "--input-format",
        "jsonl");
  }

  private static void assertWrong(String message, String... command) {
    Processes.Result result = run(command);
    assertThat(result.exit()).as(message).isEqualTo(2);
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.err()).contains(message);
  }
}
