package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.task.TinyCorpus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslateCommandTest {
  @TempDir private static Path shared;
  private static Path model;

  @TempDir private Path folder;

  @BeforeAll
  static void train() throws IOException {
    model =
        TinyCorpus.train(shared, "training.until=[60 steps]", "training.validate.every=60 steps");
  }

  private static Processes.Result run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Gloss.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    return new Processes.Result(exit, out.toString(), err.toString());
  }

  private Processes.Result translate(String input, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("in"), input);
    List<String> args = new ArrayList<>(List.of("translate", model.toString(), "-i"));
    args.add(file.toString());
    args.addAll(Arrays.asList(options));
    return run(args.toArray(String[]::new));
  }

  @Test
  void jsonHasScoresTokensAndAlignments() throws IOException {
    Path links = folder.resolve("links");
    List<String> lines =
        translate(
                "one two.\n\nten.\n",
                "--format",
                "jsonl",
                "--n-best",
                "2",
                "--alignments",
                links.toString())
            .ok()
            .out()
            .lines()
            .toList();
    assertThat(lines).hasSize(3);
    JsonObject first = JsonParser.parseString(lines.get(0)).getAsJsonObject();
    assertThat(first.get("text").getAsString()).isNotEmpty();
    assertThat(first.get("log-probability").getAsDouble()).isNegative();
    assertThat(first.get("tokens").getAsJsonArray())
        .hasSameSizeAs(first.get("token-log-probabilities").getAsJsonArray());
    assertThat(first.get("n-best").getAsJsonArray()).hasSize(2);
    assertThat(Files.readAllLines(links)).hasSize(3);
    assertThat(Files.readAllLines(links).get(0))
        .isEqualTo(first.get("alignment").getAsString())
        .matches("[01]-\\d+( [01]-\\d+)*");
    assertThat(Files.readAllLines(links).get(1)).isEmpty();
  }

  @Test
  void severalOutputsComeInTheFormatOfMoses() throws IOException {
    List<String> lines = translate("one.\nten.\n", "--n-best", "2").ok().out().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(2))
        .matches("1 \\|\\|\\| .* \\|\\|\\| log-probability= -\\S+ \\|\\|\\| -\\S+");
  }

  @Test
  void eachKindOfSearchHasItsOption() throws IOException {
    for (List<String> options :
        List.of(
            List.of("--sample", "--top-k", "3", "--temperature", "0.5", "--seed", "3"),
            List.of("--sample", "--top-p", "0.9", "--n-best", "3"),
            List.of("--mbr", "chrf", "--beam", "4"),
            List.of("--precision", "bf16"),
            List.of("--diverse", "2", "--beam", "4", "--n-best", "4"),
            List.of("--length-penalty", "0.5", "--no-repeat-ngram", "2"),
            List.of("--set", "length.penalty={type: gnmt}", "--set", "search.stop=optimal"),
            List.of("--set", "repetition={penalty: 1.3, coverage: 0.3}"),
            List.of("--set", "output.unknown=copy"))) {
      assertThat(translate("one two.\n", options.toArray(String[]::new)).ok().out())
          .as(options.toString())
          .isNotBlank();
    }
  }

  @Test
  void wrongOptionsAreNamed() throws IOException {
    assertThat(translate("one.\n", "--top-p", "2", "--sample").err())
        .contains("--top-p 2: search.top-p: must be in (0, 1], is 2.0");
    assertThat(translate("one.\n", "--n-best", "9").err())
        .contains("output.n-best: must be at most");
    assertThat(translate("one.\n", "--set", "lenght.max-ratio=3").err())
        .contains("lenght: unknown key");
    assertThat(translate("one.\n", "--set", "lenght.max-ratio=3").exit()).isEqualTo(2);
  }

  @Test
  void eachLineMayHaveItsOwnWords() throws IOException {
    Processes.Result result =
        translate(
                "{\"text\": \"one two.\", \"must\": [\"huit\"]}\n{\"text\": \"ten.\"}\n",
                "--input-format",
                "jsonl")
            .ok();
    assertThat(result.out().lines().toList().get(0)).contains("huit");
    assertThat(result.err()).isEmpty();
    Processes.Result broken =
        translate("{\"text\": \"one.\"}\n{\"txt\": 1}\n", "--input-format", "jsonl");
    assertThat(broken.exit()).isEqualTo(2);
    assertThat(broken.err()).contains("in:2: expected a JSON object with the key 'text'");
    assertThat(broken.out().lines()).hasSize(1);
  }

  @Test
  void whatCannotBeMetIsSaidAndTheLineComes() throws IOException {
    Processes.Result result =
        translate("one.\n", "--must", "neuf", "--set", "length={max-ratio: 0, max-extra: 1}");
    assertThat(result.exit()).isZero();
    assertThat(result.out().lines()).hasSize(1);
    assertThat(result.err()).startsWith("gloss: line 1: the output lacks 'neuf'");
  }

  @Test
  void aShortlistIsMadeAndUsed() throws IOException {
    Path file = model.resolve("shortlist.tsv");
    Files.deleteIfExists(file);
    Processes.Result without = translate("one.\n", "--shortlist", "5");
    assertThat(without.exit()).isEqualTo(2);
    assertThat(without.err()).contains("has no shortlist; 'gloss shortlist MODEL' makes one");
    assertThat(run("shortlist", model.toString(), "--best", "7").ok().out().strip())
        .isEqualTo(file.toString());
    assertThat(translate("one.\n", "--shortlist", "5").ok().out().lines()).hasSize(1);
    assertThat(run("evaluate", model.toString(), "--shortlist", "5").ok().out()).contains("BLEU");
    assertThat(translate("one.\n", "--shortlist", "-1").err())
        .contains("--shortlist -1: shortlist.best: must be at least 0, is -1");
    assertThat(run("shortlist", model.toString(), "--best", "0").exit()).isEqualTo(2);
    assertThat(run("shortlist", folder.toString()).err()).contains("is not a model");
    Files.writeString(file, "nonsense\n");
    assertThat(translate("one.\n").err()).contains("shortlist.tsv:1: is no line of a shortlist");
    Files.delete(file);
  }

  @Test
  void whatIsNoWordIsSaid() throws IOException {
    Processes.Result result = translate("one.\n" + "x".repeat(5000) + "\nten.\n");
    assertThat(result.exit()).isZero();
    assertThat(result.out().lines()).hasSize(3);
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "gloss: line 2: the output has 5000 letters without a space as they were: that is no"
                + " word, and was not translated");
  }

  @Test
  void bytesThatAreNoTextAreNamedOrReplaced() throws IOException {
    Path file = folder.resolve("bytes");
    Files.write(file, new byte[] {'o', 'n', 'e', '\n', (byte) 0xff, '\n', 't', 'e', 'n', '\n'});
    Processes.Result refused = run("translate", model.toString(), "-i", file.toString());
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("bytes:2: not UTF-8");
    assertThat(refused.out().lines()).hasSize(1);
    Processes.Result replaced =
        run("translate", model.toString(), "-i", file.toString(), "--replace-invalid").ok();
    assertThat(replaced.out().lines()).hasSize(3);
  }

  @Test
  void translationsThatAreThereAreScored() throws IOException {
    String out = translate("one two.\nten.\n").ok().out();
    Path translations = folder.resolve("out");
    Files.write(translations, out.getBytes(StandardCharsets.UTF_8));
    List<String> scores =
        translate("one two.\nten.\n", "--score", translations.toString())
            .ok()
            .out()
            .lines()
            .toList();
    assertThat(scores).hasSize(2).allMatch(score -> Double.parseDouble(score) < 0);
    assertThat(translate("one.\n", "--score", translations.toString()).err())
        .contains("has more lines");
    assertThat(translate("one.\ntwo.\nten.\n", "--score", translations.toString()).err())
        .contains("has fewer lines");
  }
}
