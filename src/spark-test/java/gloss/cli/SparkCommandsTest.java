package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.task.TinyBulletins;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code gloss spark}, with Spark in this process. */
@Timeout(180)
class SparkCommandsTest {
  private static final String LONG =
      "the red house of zyxqua is near vutvut . and so on and on and on";

  @TempDir static Path folder;
  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    model = TinyBulletins.train(folder.resolve("bulletins"));
  }

  private static Processes.Result run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Gloss.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    return new Processes.Result(exit, out.toString(), err.toString());
  }

  private static Processes.Result spark(String... args) {
    List<String> words = new ArrayList<>(List.of("spark", args[0], "--master", "local[2]"));
    words.addAll(Arrays.asList(args).subList(1, args.length));
    return run(words.toArray(String[]::new));
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  private static Path side(String name) {
    return folder.resolve(name).resolve("part-00000");
  }

  @Test
  void summariesAreThoseOfOneMachine() throws IOException {
    Path in = folder.resolve("in.jsonl");
    List<String> lines =
        new ArrayList<>(Files.readAllLines(folder.resolve("bulletins/test.jsonl")).subList(0, 4));
    String source = lines.get(0).replaceAll("^\\{\"([^\"]+)\".*", "$1");
    lines.add("{\"" + source + "\": \"" + LONG + "\"}");
    Files.write(in, lines);
    String[] options = {model.toString(), "--input-format", "jsonl", "--field", source};
    run(with(options, "summarize", "-i", in.toString(), "-o", path("here")));
    lines.set(1, lines.get(1).substring(1));
    lines.set(2, "{}");
    Files.write(in, lines);
    Processes.Result result =
        spark(
            with(options, "summarize", "-i", in.toString(), "-o", path("there"), "--single-file"));
    assertThat(result.errLines())
        .containsExactly(
            "gloss: malformed lines: 2, set apart in " + path("there.malformed"),
            "gloss: remarks on lines: 1, in " + path("there.remarks"));
    assertThat(result.exit()).isZero();
    List<String> expected = new ArrayList<>(Files.readAllLines(folder.resolve("here")));
    expected.set(1, "");
    expected.set(2, "");
    assertThat(folder.resolve("there")).hasContent(String.join("\n", expected) + "\n");
    assertThat(Files.readAllLines(side("there.malformed")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("2\tthe line: is no JSON object\t"),
            line -> assertThat(line).startsWith("3\tthe line: has no field").endsWith("\t{}"));
    assertThat(Files.readAllLines(side("there.remarks")))
        .containsExactly("5\treads the first 14 of 16 words");
  }

  private static String[] with(String[] options, String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(Arrays.asList(options));
    words.addAll(Arrays.asList(more));
    return words.toArray(String[]::new);
  }

  @Test
  void sentencesAreTakenOutOfTexts() throws IOException {
    Files.writeString(folder.resolve("texts"), "One came. Two left.\n\nThree? Four.\n");
    spark("summarize", "--method", "lead:1", "-i", path("texts"), "-o", path("lead")).ok();
    assertThat(side("lead")).hasContent("One came.\n\nThree?\n");
  }

  @Test
  void mistakesAreOneLineAndLeaveNothing() throws IOException {
    Files.writeString(folder.resolve("text"), "a\n");
    Files.writeString(folder.resolve("mine"), "precious");
    String in = path("text");
    mistake("give a MODEL, or a --method", "summarize", "-i", in, "-o", path("x"));
    mistake(
        "--method oracle:1 needs --reference-field NAME",
        "summarize",
        "--method",
        "oracle:1",
        "-i",
        in,
        "-o",
        path("x"));
    mistake("-sl runs on one machine only", "score", in, "-i", in, "-sl");
    mistake("--rouge155 runs on one machine only", "score", in, "-i", in, "--rouge155", "-n 2");
    mistake("Missing required option", "summarize", "--method", "lead:1", "-i", in);
    String[] lead = {"--method", "lead:1", "-i", path("none"), "-o", path("x")};
    mistake(path("none") + ": no such file", with(lead, "summarize"));
    lead[5] = path("mine");
    mistake(path("mine") + ": is there already", with(lead, "summarize", "--single-file"));
    mistake(model.toString(), "translate", model.toString(), "-i", in, "-o", path("x"));
    assertThat(folder.resolve("mine")).hasContent("precious");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  private static void mistake(String what, String... args) {
    Processes.Result result = spark(args);
    assertThat(result.exit()).as(result.err()).isEqualTo(2);
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.err()).startsWith("gloss: ").contains(what);
  }
}
