package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ROUGE part of {@code gloss score}. */
class RougeCommandTest {
  @TempDir Path folder;
  private String out = "";
  private String err = "";

  @BeforeEach
  void writeFiles() throws IOException {
    write("ref", "the cats sat <q> a dog barked", "police kill the gunman", "one more");
    write("hyp", "a dog barked <q> the cat sat", "police killed the gunman", "one more");
    write("hyp2", "a dog", "the gunman", "one");
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private int run(String... words) {
    List<String> arguments = new ArrayList<>(List.of("score"));
    for (String word : words) {
      boolean file = word.startsWith("new.") || Files.exists(folder.resolve(word));
      arguments.add(file ? folder.resolve(word).toString() : word);
    }
    PrintStream stdout = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringWriter errors = new StringWriter();
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      return Gloss.commandLine()
          .setErr(new PrintWriter(errors))
          .execute(arguments.toArray(String[]::new));
    } finally {
      System.setOut(stdout);
      out = bytes.toString(StandardCharsets.UTF_8);
      err = errors.toString();
    }
  }

  @Test
  void fourMetricsInJson() {
    assertThat(
            run(
                "ref",
                "-i",
                "hyp",
                "-m",
                "rouge1",
                "rouge2",
                "rougeL",
                "rougeLsum",
                "--rouge-stem",
                "--sentence-separator",
                "<q>"))
        .isZero();
    assertThat(err).isEmpty();
    assertThat(out)
        .contains("\"name\": \"rougeLsum\",\n \"score\": 100.0,")
        .contains("\"precision\": 1.0,\n \"recall\": 1.0,\n \"fmeasure\": 1.0,")
        .contains("flavor:rouge_score|stem:porter-nltk|tok:latin|sent:separator[<q>]|agg:mean|");
  }

  @Test
  void besideOthersInOneTableWithTests() {
    assertThat(run("ref", "-i", "hyp", "hyp2", "-m", "rougeL", "bleu", "--paired-bs", "-f", "text"))
        .isZero();
    assertThat(out).contains("rougeL").contains("BLEU").contains("p = ");
  }

  @Test
  void segmentsHaveThreeColumns() throws IOException {
    assertThat(run("ref", "-i", "hyp", "-m", "rouge1", "--per-segment", "new.tsv")).isZero();
    assertThat(Files.readAllLines(folder.resolve("new.tsv")))
        .hasSize(4)
        .startsWith("segment\trouge1.precision\trouge1.recall\trouge1.fmeasure")
        .contains("2\t0.75\t0.75\t0.75", "3\t1.0\t1.0\t1.0");
  }

  @Test
  void warnsOfWhatIsOdd() throws IOException {
    run("ref", "-i", "hyp", "-m", "rougeLsum");
    assertThat(err).contains("rougeLsum of ").contains("--sentence-separator");
    write("russian", "да", "нет", "да");
    run("russian", "-i", "russian", "-m", "rouge1", "-b");
    assertThat(out.strip()).isEqualTo("0.0");
    assertThat(err).contains("--rouge-tokenizer unicode");
    run("russian", "-i", "russian", "-m", "rouge1", "--rouge-tokenizer", "unicode", "-b");
    assertThat(out.strip()).isEqualTo("100.0");
    assertThat(err).isEmpty();
  }

  @Test
  void theScriptsOwnLines() {
    assertThat(run("ref", "-i", "hyp", "hyp2", "--rouge155", "-n 2 -m -r 10")).isZero();
    assertThat(out.lines().toList())
        .hasSize(2 * 3 * 4)
        .contains("---------------------------------------------")
        .anyMatch(
            line ->
                line.matches(
                    "1 ROUGE-2 Average_R: 0\\.\\d{5}"
                        + " \\(95%-conf\\.int\\. 0\\.\\d{5} - \\d\\.\\d{5}\\)"))
        .anyMatch(line -> line.startsWith("2 ROUGE-L Average_F: "));
    String all = out;
    run("ref", "-i", "hyp", "hyp2", "--rouge155", "-m -n 2 -r 10", "-j", "1");
    assertThat(out).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--confidence",
        "--paired-bs",
        "--paired-ar",
        "--sentence-level",
        "--per-segment=x.tsv",
        "--doc-ids=hyp",
        "--fail-under=rouge1=30",
        "--fail-if-worse"
      })
  void refusesWhatIsForMetricsWhereThereIsNone(String option) {
    assertThat(run("ref", "-i", "hyp", "hyp2", option, "--rouge155", "-n 1")).isEqualTo(2);
    assertThat(err.strip())
        .startsWith("gloss: " + option.split("=", -1)[0] + " is for metrics")
        .contains("-m rouge1")
        .doesNotContain("\n");
    assertThat(out).isEmpty();
  }

  @Test
  void testsAreForTheMetricsBesideTheScript() {
    assertThat(
            run(
                "ref",
                "-i",
                "hyp",
                "hyp2",
                "-m",
                "rouge1",
                "--paired-bs",
                "-f",
                "text",
                "--rouge155",
                "-n 1 -r 10"))
        .isZero();
    assertThat(out).contains("p = ").contains("1 ROUGE-1 Average_R: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-n 2 -q", "-e /none/there", "-c 200", "x"})
  void refusesWrongOptionsOfTheScript(String options) {
    assertThat(run("ref", "-i", "hyp", "--rouge155", options)).isEqualTo(2);
    assertThat(err.strip()).startsWith("gloss: ").doesNotContain("\n");
    assertThat(out).isEmpty();
  }

  @Test
  void refusesUnknownNames() {
    assertThat(run("ref", "-i", "hyp", "--rouge155")).isEqualTo(2);
    assertThat(err).contains("--rouge155");
    assertThat(run("ref", "-i", "hyp", "-m", "rougel")).isEqualTo(2);
    assertThat(err).contains("did you mean 'rougeL'?");
    assertThat(run("ref", "-i", "hyp", "-m", "rouge1", "--rouge-tokenizer", "x")).isEqualTo(2);
  }
}
