package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.score.Examples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreCommandTest {
  @TempDir Path folder;
  private String out = "";
  private String err = "";

  @BeforeEach
  void writeFiles() throws IOException {
    write("ref", Examples.FIRST);
    write("ref2", Examples.SECOND);
    write("hyp", Examples.HYPOTHESES);
    write("short", List.of("one line"));
    Files.write(folder.resolve("latin"), new byte[] {'a', '\n', (byte) 0xe9, '\n', 'b', '\n'});
  }

  private void write(String name, List<String> lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  /** Runs {@code gloss score}; a word that names a file of the folder stands for its path. */
  private int run(String arguments) {
    return run(arguments, "");
  }

  private int run(String arguments, String stdin) {
    List<String> words = new ArrayList<>(List.of("score"));
    for (String word : arguments.split(" ")) {
      boolean file = Files.exists(folder.resolve(word)) || word.startsWith("new.");
      words.add(file ? folder.resolve(word).toString() : word.replace('\u0001', ' '));
    }
    PrintStream stdout = System.out;
    InputStream in = System.in;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringWriter errors = new StringWriter();
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      System.setIn(new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)));
      return Gloss.commandLine()
          .setErr(new PrintWriter(errors))
          .execute(words.toArray(String[]::new));
    } finally {
      System.setOut(stdout);
      System.setIn(in);
      out = bytes.toString(StandardCharsets.UTF_8);
      err = errors.toString();
    }
  }

  @Test
  void oneSystem() {
    assertThat(run("ref ref2 -i hyp -m bleu chrf ter -f text -w 2")).isZero();
    assertThat(out.lines().toList()).hasSize(3);
    assertThat(out)
        .contains("BLEU|nrefs:2|case:mixed|eff:no|tok:13a|smooth:exp|version:gloss-")
        .contains(" = 48.53 82.4/50.0/45.5/37.5 (BP = 0.943")
        .contains(" = 59.73\n")
        .contains(" = 40.00\n");
  }

  @Test
  void systemsFromStdin() {
    assertThat(run("ref -b -w 4", String.join("\n", Examples.HYPOTHESES))).isZero();
    assertThat(out).isEqualTo("45.0675\n");
  }

  @Test
  void gzippedFiles() throws IOException {
    Path file = folder.resolve("hyp.gz");
    try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
      gzip.write(Files.readAllBytes(folder.resolve("hyp")));
    }
    assertThat(run("ref -i hyp.gz -b -w 4")).isZero();
    assertThat(out).isEqualTo("45.0675\n");
  }

  @Test
  void perSegment() throws IOException {
    assertThat(run("ref -i hyp -m bleu ter --per-segment new.tsv")).isZero();
    assertThat(Files.readAllLines(folder.resolve("new.tsv")))
        .containsExactly(
            "segment\tBLEU\tTER",
            "1\t100.00000000000004\t0.0",
            "2\t14.794015674776452\t75.0",
            "3\t15.619699684601283\t80.0");
  }

  @Test
  void documents() throws IOException {
    write("docs", List.of("a", "b", "b"));
    assertThat(run("ref -i hyp --doc-ids docs -f text")).isZero();
    assertThat(out).contains("document\tBLEU\na\t100.0\nb\t");
    assertThat(run("ref -i hyp --doc-ids docs")).isZero();
    assertThat(out).contains("\"documents\": {\n  \"a\": 100.0,\n  \"b\": ");
    write("docs", List.of("a", "b"));
    assertThat(run("ref -i hyp --doc-ids docs")).isEqualTo(1);
    assertThat(err).contains("docs has 2").contains("hyp has 3");
  }

  @Test
  void gates() {
    assertThat(run("ref -i hyp -m bleu ter --fail-under bleu=45 ter=50")).isZero();
    assertThat(run("ref -i hyp -m bleu ter --fail-under bleu=46")).isEqualTo(3);
    assertThat(err).contains("BLEU of").contains("45.07, is worse than 46.0");
    assertThat(run("ref -i hyp -m bleu ter --fail-under ter=40")).isEqualTo(3);
    assertThat(run("ref -i hyp ref2 --paired-bs --fail-if-worse -pbsn 200")).isEqualTo(3);
    assertThat(err).contains("is significantly worse than the baseline");
    assertThat(run("ref -i ref2 hyp --paired-bs --fail-if-worse -pbsn 200")).isZero();
    assertThat(run("ref -i hyp --fail-under chrf=1")).isEqualTo(2);
    assertThat(run("ref -i hyp --fail-if-worse")).isEqualTo(2);
  }

  @Test
  void optionsThatSacreBleuLacks() {
    assertThat(run("ref -i hyp -b -w 4 --max-ngram-order 2")).isZero();
    assertThat(out).isEqualTo("55.0019\n");
    assertThat(run("ref -i hyp -f text --effective-order")).isZero();
    assertThat(out).contains("|eff:yes|");
  }

  @Test
  void unequalLengthsAreRefusedWithTheCounts() {
    assertThat(run("ref -i short")).isEqualTo(1);
    assertThat(out).isEmpty();
    assertThat(err.lines().toList()).hasSize(1);
    assertThat(err).contains("short has 1").contains("ref has 3 lines");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-i hyp | no reference",
        "ref -i missing | missing: no such file",
        "ref -i latin | latin:2: not UTF-8 at byte 2",
        "ref -i hyp -m blue | did you mean 'bleu'",
        "ref -i hyp -tok 13b | did you mean '13a'",
        "ref -i hyp -s flor | did you mean 'floor'",
        "ref -i hyp -f txt | did you mean 'text'",
        "ref -i hyp -e utf-9 | no encoding is called 'utf-9'",
        "ref -i hyp -e utf-16 | cannot be read by lines",
        "ref -i hyp --paired-bs | two systems",
        "ref -i hyp ref2 -ci | --paired-bs",
        "ref -i hyp ref2 --paired-bs --paired-ar | choose one",
        "ref -i hyp hyp | given twice",
        "ref -i hyp -sl -m bleu ter | one metric",
        "ref ref2 -nr 2 -i hyp | --num-refs",
        "ref -nr 2 -i hyp | ref:1: expected 2 fields",
        "ref -i hyp -w=-1 | width",
        "ref -i hyp --unknown | --unknown",
        "-t wmt14 -l en-de | not downloaded"
      })
  void wrongUseIsOneLineAndExitsWithTwo(String arguments, String message) {
    assertThat(run(arguments)).as(err).isEqualTo(2);
    assertThat(err.lines().toList()).hasSize(1);
    assertThat(err).contains(message);
    assertThat(out).isEmpty();
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Files.writeString(folder.resolve("empty"), "");
    assertThat(run("empty -i empty")).isEqualTo(2);
    assertThat(err).contains("nothing to score");
  }

  @Test
  void failedRunsLeaveNoTable() {
    assertThat(run("ref -i short --per-segment new.tsv")).isEqualTo(1);
    assertThat(folder.resolve("new.tsv")).doesNotExist();
  }

  @Test
  void tokenizedTextIsWarnedAbout() throws IOException {
    write("tokenized", Collections.nCopies(100, "This is a line ."));
    assertThat(run("tokenized -i tokenized")).isZero();
    assertThat(err).contains("detokenized");
    assertThat(run("tokenized -i tokenized --force")).isZero();
    assertThat(err).isEmpty();
    assertThat(run("tokenized -i tokenized -q")).isZero();
    assertThat(err).isEmpty();
  }

  @Test
  void rougeBesideTheOthers() throws IOException {
    assertThat(run("ref -i hyp -m rouge1 bleu --rouge-stem -f text --per-segment new.tsv"))
        .isZero();
    assertThat(out.lines().toList()).hasSize(2);
    assertThat(out).contains("rouge1|nrefs:1|flavor:rouge_score|stem:");
    assertThat(Files.readAllLines(folder.resolve("new.tsv")).get(0))
        .isEqualTo("segment\trouge1.precision\trouge1.recall\trouge1.fmeasure\tBLEU");
    assertThat(run("ref -i hyp -m rougeL")).isZero();
    assertThat(out).contains("\"precision\": ").contains("\"fmeasure\": ");
    assertThat(run("ref -i hyp ref2 --paired-bs -pbsn 50 -m rouge2 rougeLsum -f text")).isZero();
    assertThat(out).contains("rouge2 (μ ± 95% CI)").contains("(p = ");
  }

  @Test
  void theScriptsOwnLines() {
    assertThat(run("ref -i hyp --rouge155 -n=1")).isEqualTo(2);
    assertThat(runScript("-n 1 -c 95 -r 100")).isZero();
    assertThat(out).contains("\n1 ROUGE-1 Average_R: 0.");
    assertThat(out).doesNotContain("BLEU");
  }

  private int runScript(String options) {
    return run("ref -i hyp --rouge155 " + options.replace(' ', '\u0001'));
  }
}
