package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SubwordCommandTest {
  private static final String TEXT =
      "the cat sat on the mat\n\n  the  cat\t\r\n<pad> naïve 日本\u2028x\nthe cat";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String text;
  private String tokenizer;
  private String codes;

  @BeforeEach
  void learn() throws IOException {
    text = Files.writeString(folder.resolve("text"), TEXT).toString();
    tokenizer = folder.resolve("tokenizer.json").toString();
    codes = folder.resolve("codes").toString();
    assertThat(gloss("learn", text, text, "-o", tokenizer, "--merges", "10")).isZero();
    assertThat(gloss("learn", text, "-o", codes, "--merges", "3", "--format", "subword-nmt"))
        .isZero();
    assertThat(out.toString() + err).isEmpty();
  }

  private int gloss(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine command =
        Gloss.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
    String[] all = new String[args.length + 1];
    all[0] = "subword";
    System.arraycopy(args, 0, all, 1, args.length);
    return command.execute(all);
  }

  private String applied(String... more) throws IOException {
    Path file = folder.resolve("applied");
    String[] args = new String[more.length + 3];
    args[0] = "apply";
    System.arraycopy(more, 0, args, 1, more.length);
    args[args.length - 2] = "-o";
    args[args.length - 1] = file.toString();
    assertThat(gloss(args)).as(err.toString()).isZero();
    return Files.readString(file);
  }

  @Test
  void tokensComeOutALineForALine() throws IOException {
    List<String> lines = applied(tokenizer, "-i", text).lines().toList();
    assertThat(lines.get(1)).isEmpty();
    assertThat(applied(tokenizer, "-i", text)).matches("([^\n]*\n){5}");
    assertThat(gloss("apply", tokenizer, "-i", text)).isZero();
    assertThat(out.toString()).isEqualTo(String.join("\n", lines) + "\n");
  }

  @ParameterizedTest
  @CsvSource({"--dropout=0", "--dropout=0.5", "--ids", "--ids --dropout=1 --seed=3"})
  void decodingGivesTheTextBack(String options) throws IOException {
    String[] words = (tokenizer + " -i " + text + " " + options).split(" ");
    Path encoded = Files.writeString(folder.resolve("encoded"), applied(words));
    String ids = options.contains("--ids") ? "--ids=true" : "--ids=false";
    assertThat(applied(tokenizer, "--decode", ids, "-i", encoded.toString()))
        .isEqualTo(TEXT + "\n");
  }

  @Test
  void theSeedDecidesOnTheDropout() throws IOException {
    String first = applied(tokenizer, "-i", text, "--dropout", "0.5", "--seed", "1");
    assertThat(applied(tokenizer, "-i", text, "--dropout", "0.5", "--seed", "1")).isEqualTo(first);
    assertThat(applied(tokenizer, "-i", text, "--dropout", "0.5", "--seed", "2"))
        .isNotEqualTo(first);
  }

  @Test
  void codesCutWordsAndJoinThem() throws IOException {
    String cut = applied(codes, "-i", text);
    assertThat(cut).contains("@@ ").matches("([^\n]*\n){5}");
    Path file = Files.writeString(folder.resolve("cut"), cut);
    assertThat(applied(codes, "--decode", "-i", file.toString()))
        .isEqualTo(TEXT.replace("the  cat", "the cat") + "\n");
  }

  @Test
  void standardInputAndOutputServeAPipe() {
    Processes.Result tokens =
        Processes.gloss("subword", "apply", tokenizer).stdin("naïve 日本\n\nx").run().ok();
    assertThat(tokens.out()).matches("[^\n]+\n\n[^\n]+\n");
    assertThat(
            Processes.gloss("subword", "apply", tokenizer, "--decode")
                .stdin(tokens.out())
                .run()
                .ok()
                .out())
        .isEqualTo("naïve 日本\n\nx\n");
  }

  @Test
  void fewerMergesThanWantedAreMentioned() {
    assertThat(gloss("learn", text, "-o", codes, "--format", "subword-nmt")).isZero();
    assertThat(err.toString()).matches("gloss: \\d+ of 5000 merges learned: .* 2 times\\R");
  }

  @Test
  void specialTokensAreAdded() throws IOException {
    assertThat(gloss("learn", text, "-o", tokenizer, "--merges", "1", "--special", "<2de>"))
        .isZero();
    assertThat(Files.readString(Path.of(tokenizer))).contains("\"<2de>\": 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "learn TEXT;Missing required option",
        "learn TEXT -o X --merges -1;merges must be 0 or more",
        "learn TEXT -o X --min-count 0;minCount must be 1 or more",
        "learn TEXT -o X --format other;other",
        "learn TEXT -o X --format subword-nmt --special <x>;--special needs",
        "learn NONE -o X;no such file",
        "learn TEXT -o X --special <s>;'<s>' is a special token already",
        "learn TEXT -o X --special the;'the' is also a learned token",
        "apply NONE;no such file",
        "apply TEXT -i TEXT;not a tokenizer.json",
        "apply TOKENIZER -i NONE;no such file",
        "apply TOKENIZER -i TEXT --dropout 2;--dropout must lie in 0..1",
        "apply TOKENIZER -i TEXT --dropout 0.1 --decode;--decode",
        "apply TOKENIZER -i TEXT --decode;TEXT:1: 'cat' is not a token",
        "apply TOKENIZER -i TEXT --decode --ids;TEXT:1: 'the' is not a token id",
        "apply TOKENIZER -i NUMBERS --decode --ids;NUMBERS:1: there is no token 9999",
        "apply TOKENIZER -i FEED --decode;FEED:1: the tokens hold a line feed",
        "apply CODES -i TEXT --ids;--ids needs a tokenizer.json",
        "other;other",
      })
  void mistakesAreOneClearLine(String args, String message) throws IOException {
    Files.writeString(folder.resolve("numbers"), "6 9999\n");
    Files.writeString(folder.resolve("feed"), "Ċ\n");
    assertThat(gloss(filled(args).split(" "))).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("gloss: ").containsIgnoringCase(filled(message));
  }

  private String filled(String template) {
    return template
        .replace("TEXT", text)
        .replace("NUMBERS", folder.resolve("numbers").toString())
        .replace("FEED", folder.resolve("feed").toString())
        .replace("TOKENIZER", tokenizer)
        .replace("CODES", codes)
        .replace("NONE", folder.resolve("none").toString())
        .replace(" X", " " + folder.resolve("x"));
  }
}
