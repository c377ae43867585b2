package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CorporaCommandTest {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeTexts() throws IOException {
    Files.writeString(folder.resolve("a.en"), "One.\nTwo.\n\nOne.\n");
    Files.writeString(folder.resolve("a.de"), "Eins.\nZwei.\nDrei.\nEins.\n");
    Files.writeString(folder.resolve("t.en"), "Two.\n");
    Files.writeString(folder.resolve("t.de"), "Zwo.\n");
  }

  /** Runs the command line; {@code @} stands for the test's folder. */
  private int gloss(String args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine command =
        Gloss.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
    return command.execute(("corpora " + args).replace("@", folder + "/").split(" "));
  }

  private void corpus(String yaml) throws IOException {
    Path corpus = Files.createDirectories(folder.resolve("tiny"));
    Files.writeString(
        corpus.resolve("corpus.yaml"),
        """
        name: tiny
        description: A letter each.
        licence: CC0-1.0
        languages: [en, de]
        %s
        splits:
          valid:
            count: 1
            files:
              en: {path: data/x.en, sha256: %s}
              de: {path: data/x.de, sha256: %s}
          train:
            count: 1
            files:
              en: {path: data/a.en, sha256: %s}
              de: {path: data/a.de, sha256: %s}
        """
            .formatted(yaml, ABC, ABC, ABC, ABC));
  }

  @Test
  void listNamesWhatComesWithTheProject() {
    assertThat(gloss("list")).isZero();
    assertThat(out.toString())
        .containsPattern("phrasebook-en-fr +translation +en fr +15,500 +1.3 MB +yes +CC0-1.0")
        .containsPattern("aeslc +summarization +en +18,302 ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void showTellsWhatACorpusIs() {
    assertThat(gloss("show phrasebook-en-fr -n 1 --split valid")).isZero();
    assertThat(out.toString())
        .startsWith("phrasebook-en-fr: Everyday and travel sentences")
        .contains("made       java Generator.java", "From valid:")
        .containsPattern("train +14,000 +train.en train.fr");
    assertThat(gloss("show phrasebook-en-fr --split tset")).isEqualTo(2);
    assertThat(err).hasToString("gloss: phrasebook-en-fr: no split 'tset'; did you mean 'test'?\n");
  }

  @Test
  void aCorpusIsFetchedFromAFolderAndThenUsed() throws IOException {
    corpus("fetch: {from: http://127.0.0.1:1/}");
    assertThat(gloss("show @tiny")).isZero();
    assertThat(out.toString())
        .contains("Not here yet; get it with: gloss corpora fetch tiny")
        .contains("from       http://127.0.0.1:1/");
    assertThat(gloss("check @tiny")).isEqualTo(2);
    assertThat(err.toString()).contains("is not fetched yet; fetch it with: gloss corpora fetch");
    for (String name : new String[] {"a.en", "a.de", "x.en", "x.de"}) {
      Files.writeString(folder.resolve(name), "abc");
    }
    assertThat(gloss("fetch @tiny --from @")).isZero();
    assertThat(out)
        .hasToString(
            "tiny: fetched 4 files, 12 bytes, into %s (licence: CC0-1.0)\n"
                .formatted(folder.resolve("tiny/data")));
    assertThat(gloss("fetch @tiny")).isZero();
    assertThat(out).hasToString("tiny: all files are there and as the card says\n");
    assertThat(gloss("check @tiny")).isZero();
    assertThat(out.toString()).startsWith("train: 1 pairs").contains("same pair");
    assertThat(gloss("check @tiny --source de --target en --strict")).isEqualTo(3);
    Files.writeString(folder.resolve("tiny/data/a.en"), "abd");
    assertThat(gloss("check @tiny")).isEqualTo(2);
    assertThat(err.toString()).contains("data/a.en: checksum is");
  }

  @Test
  void aTransferThatFailsIsOneLine() throws IOException {
    corpus("fetch: {from: http://127.0.0.1:1/}");
    assertThat(gloss("fetch @tiny")).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("gloss: cannot fetch x.en: http://127.0.0.1:1/x.en: no connection")
        .hasLineCount(1);
  }

  @Test
  void checkReportsFilesAsTextAndAsJson() {
    assertThat(gloss("check @a.en @a.de @t.en @t.de")).isZero();
    assertThat(out.toString())
        .contains("train: 4 pairs", "empty side                  1  a.en:3 (source)")
        .contains("pair came before            1  a.en:4 (= 1)")
        .containsPattern("same source +1 of them, in 1 of training: a.en:2 \\(= 1\\)");
    assertThat(gloss("check @a.en @a.de --json")).isZero();
    JsonObject report = JsonParser.parseString(out.toString()).getAsJsonObject();
    JsonObject train = report.getAsJsonArray("splits").get(0).getAsJsonObject();
    assertThat(train.get("pairs").getAsInt()).isEqualTo(4);
    assertThat(train.getAsJsonObject("findings").keySet())
        .containsExactly("empty", "duplicate-pair");
  }

  @Test
  void cleanCopiesWhatBreaksNoRule() {
    assertThat(
            gloss(
                "clean @a.en @a.de @t.en @t.de -o @out --drop-empty --drop-duplicates "
                    + "--drop-test-overlap --unit characters --max-length 6"))
        .isZero();
    assertThat(out.toString())
        .contains("empty                   1", "kept 1 of 4 pairs: a.en and a.de in ");
    assertThat(folder.resolve("out/a.de")).hasContent("Eins.\n");
  }

  @Test
  void cleanTakesItsRulesFromARecipe() throws IOException {
    Path recipe = folder.resolve("r.yaml");
    String yaml =
        """
        task: translation
        data:
          source: en
          target: de
          train: {source: a.en, target: a.de}
          valid: {source: t.en, target: t.de}
          clean: {drop-duplicates: true}
        """;
    Files.writeString(recipe, yaml);
    assertThat(gloss("clean @r.yaml -o @out")).isZero();
    assertThat(out.toString()).startsWith("duplicate               1\nkept 3 of 4 pairs");
    assertThat(gloss("clean @r.yaml -o @out --drop-empty")).isZero();
    assertThat(out.toString()).contains("kept 2 of 4 pairs");
    assertThat(gloss("check @r.yaml")).isZero();
    Files.writeString(recipe, yaml.replace("clean: {drop-dup", "clean: {drop-up"));
    assertThat(gloss("clean @r.yaml -o @out")).isEqualTo(2);
    assertThat(err.toString())
        .contains("r.yaml:7: data.clean.drop-uplicates: unknown key; did you mean");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "| gloss: no command given; see 'gloss corpora --help'",
        "chekc x | gloss: unknown command 'chekc'; did you mean 'check'?",
        "fetch phrasebook-en-de | no corpus 'phrasebook-en-de'; did you mean 'phrasebook-en-fr'?",
        "fetch phrasebook-en-fr | gloss: phrasebook-en-fr: its card has no 'fetch'; nothing to fetch",
        "show @none | no corpus",
        "check @a.en | gloss: a file is no pair: give source and target",
        "check @a.en @a.de @t.en | files come in pairs, source and target, but there are 3",
        "check @a.en @none | none: no such file",
        "check @a.en @t.en | source and target must have the same number of lines:",
        "check phrasebook-en-fr --target de | split 'train' has no language 'de'",
        "check @a.en @a.de -n -1 | --examples must be at least 0",
        "clean @a.en @a.de --drop-empty | Missing required option: '--output=DIR'",
        "clean @a.en @a.de -o @out | no rule given, such as --drop-empty",
        "clean @a.en @a.de -o @out --max-ratio 0.5 | --max-ratio: must be at least 1, or 0, is 0.5",
        "clean @a.en @a.de -o @out --unit x --max-length 3 | expected words or characters, found 'x'",
        "clean @a.en @a.de -o @out --drop-test-overlap | --drop-test-overlap needs the other text",
        "clean @a.en @a.de -o @out --min-length 9 | gloss: no pair is left of 4",
        "clean @a.en @a.de -o @ --drop-empty | is what is to be cleaned; choose another folder",
        "clean @a.en @a.de -o @a.en --drop-empty | a.en",
      })
  void wrongUseIsOneLine(String args, String message) {
    int exit = gloss(args == null ? "" : args);
    assertThat(err.toString()).contains(message).startsWith("gloss: ").hasLineCount(1);
    assertThat(exit).isIn(1, 2);
    assertThat(out.toString()).isEmpty();
    assertThat(folder.resolve("out/a.en")).doesNotExist();
    assertThat(folder.resolve("out/dropped.tsv")).doesNotExist();
  }
}
