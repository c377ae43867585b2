package gloss.corpus.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.corpus.JsonLinesFormat;
import gloss.corpus.ParallelFiles;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckerTest {
  private static final String[] CLEAN = {"A dog runs.|Ein Hund rennt.", "A cat.|Eine Katze."};

  @TempDir Path folder;

  private CorpusReport check(NamedPairs... splits) throws IOException {
    return new Checker(2).check(List.of(splits));
  }

  private NamedPairs pairs(String name, String... lines) throws IOException {
    return Texts.pairs(folder, name, lines);
  }

  private Map<Finding.Kind, String> found(String... lines) throws IOException {
    return check(pairs("train", lines)).splits().get(0).findings().stream()
        .collect(Collectors.toMap(Finding::kind, this::text));
  }

  private String text(Finding finding) {
    return (finding.count() + ": " + finding.examples()).replace(folder + "/", "");
  }

  @Test
  void nothingIsFoundInACleanText() throws IOException {
    CorpusReport report = check(pairs("train", CLEAN), pairs("test", "A bird.|Ein Vogel."));
    assertThat(report.hasFindings()).isFalse();
    SplitReport train = report.splits().get(0);
    assertThat(train.pairs()).isEqualTo(2);
    assertThat(train.source().words().mean()).isEqualTo(2.5);
    assertThat(train.target().characters().max()).isEqualTo(15);
    assertThat(CheckTable.lines(report)).contains("  nothing found", "overlap with test: none");
  }

  @Test
  void emptyIdenticalAndRepeatedPairsAreFound() throws IOException {
    assertThat(
            found("a|x", "|x", "b| \u00a0", "same|same ", "A |X", "a|y", "|", "c|z", "c|z", "c|Z"))
        .isEqualTo(
            Map.of(
                Finding.Kind.EMPTY, "3: [train.en:2 (source), train.en:3 (target)]",
                Finding.Kind.IDENTICAL, "1: [train.en:4]",
                Finding.Kind.DUPLICATE_PAIR, "3: [train.en:5 (= 1), train.en:9 (= 8)]",
                Finding.Kind.DUPLICATE_SOURCE, "1: [train.en:6 (= 1)]"));
  }

  @Test
  void damageIsFoundAndEndsNothing() throws IOException {
    assertThat(found("a|x", "b¤|y", "c|z\u0007", "d|SchÃ¼ler\r"))
        .isEqualTo(
            Map.of(
                Finding.Kind.ENCODING,
                "2: [train.en:2 (not UTF-8), train.de:4 (encoded twice: 'Ã¼')]",
                Finding.Kind.CONTROL,
                "1: [train.de:3 (U+0007)]"));
  }

  @Test
  void foreignScriptsAreFound() throws IOException {
    assertThat(found("one|eins", "two|два", "three|drеi", "four|vier", "5|5.", "東京 is|sechs"))
        .isEqualTo(
            Map.of(
                Finding.Kind.OTHER_SCRIPT, "1: [train.de:2 (Cyrillic)]",
                Finding.Kind.MIXED_SCRIPT, "1: [train.de:3 (drеi)]"));
  }

  @Test
  void unusualLengthsAreFound() throws IOException {
    String[] lines = new String[100];
    Arrays.setAll(lines, i -> "This is the line number " + i + ".|Das ist die Zeile " + i + ".");
    lines[10] = "Short.|" + "lang ".repeat(40);
    lines[20] = "long ".repeat(30) + "|Kurz.";
    lines[30] = "word ".repeat(201) + "|" + "Wort ".repeat(201);
    assertThat(found(lines))
        .isEqualTo(
            Map.of(
                Finding.Kind.RATIO, "2: [train.en:11 (13.125), train.en:21 (0.094)]",
                Finding.Kind.LONG, "2: [train.en:31 (201 words), train.de:31 (201 words)]"));
  }

  @Test
  void whatTrainingSharesWithTestIsFoundWithLineNumbers() throws IOException {
    CorpusReport report =
        check(
            pairs("train", "A dog.|Ein Hund.", "A cat.|Kater.", "a DOG. |ein  hund.", "x|Vogel"),
            pairs("valid", "New.|Neu."),
            pairs(
                "test", "a bird|VOGEL", "A dog.|Ein Hund.", "A cat.|Katze.", "A dog.|Hund!", "|"));
    assertThat(report.overlaps()).extracting(Overlap::isFound).containsExactly(false, true);
    Overlap test = report.overlaps().get(1);
    assertThat(test.size()).isEqualTo(5);
    assertThat(
            test.shared().stream()
                .map(s -> s.part() + " " + s.training() + " " + s.held() + " " + s.examples())
                .map(s -> s.replace(folder + "/", "")))
        .containsExactly(
            "PAIR 2 1 [train.en:1 (= 2), train.en:3 (= 2)]",
            "SOURCE 3 3 [train.en:1 (= 2), train.en:2 (= 3)]",
            "TARGET 3 2 [train.en:1 (= 2), train.en:3 (= 2)]");
    assertThat(report.hasFindings()).isTrue();
    assertThat(report.toMap().toString()).contains("split=test, pairs=5, same-pair={training=2");
  }

  @Test
  void sidesOfDifferentLengthAreRefused() throws IOException {
    Path en = Files.writeString(folder.resolve("en"), "a\nb\nc\n");
    Path de = Files.writeString(folder.resolve("de"), "x\n");
    NamedPairs split = new NamedPairs("train", new LinePairs(ParallelFiles.of(en, de)));
    assertThatThrownBy(() -> check(split))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "source and target must have the same number of lines: "
                + (en + " has 3, " + de + " has 1"));
  }

  @Test
  void aMissingOrDamagedFileIsNamed() throws IOException {
    Path none = folder.resolve("none");
    Path gz = Files.write(folder.resolve("bad.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0});
    for (Path bad : List.of(none, gz)) {
      NamedPairs split = new NamedPairs("train", new LinePairs(ParallelFiles.of(bad, bad)));
      assertThatThrownBy(() -> check(split))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(bad + ": ");
    }
  }

  @Test
  void fieldsOfJsonLinesAreText() throws IOException {
    Path file = folder.resolve("f.jsonl");
    JsonPairs pairs = new JsonPairs(List.of(file), new JsonLinesFormat("a", "b", List.of()));
    NamedPairs split = new NamedPairs("train", pairs);
    Files.writeString(file, "{\"a\": \"x\\ny\", \"b\": \"\"}\n{\"b\": \"2\", \"a\": \"1\"}\n");
    assertThat(check(split).splits().get(0).findings())
        .extracting(this::text)
        .containsExactly("1: [f.jsonl:1 (target)]");
    for (String bad : List.of("", "[]", "{", "{\"a\": \"1\"}", "{\"a\": 1, \"b\": \"\"}")) {
      Files.writeString(file, bad + "\n");
      assertThatThrownBy(() -> check(split))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(file + ":1: ");
    }
  }

  @Test
  void whatWasFoundDoesNotDependOnTheOrderOfClearLines() throws IOException {
    List<String> lines = Arrays.asList("a|x", "b|y", "same|same", "|z", "d|Ã¼", "e|e2", "f|f2");
    Map<Finding.Kind, Long> before = counts(lines);
    Collections.reverse(lines);
    assertThat(counts(lines)).isEqualTo(before).hasSize(3);
  }

  private Map<Finding.Kind, Long> counts(List<String> lines) throws IOException {
    return check(pairs("train", lines.toArray(String[]::new))).splits().get(0).findings().stream()
        .collect(Collectors.toMap(Finding::kind, Finding::count));
  }
}
