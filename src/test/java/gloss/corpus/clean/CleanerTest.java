package gloss.corpus.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.corpus.JsonLinesFormat;
import gloss.corpus.check.JsonPairs;
import gloss.corpus.check.NamedPairs;
import gloss.corpus.check.Texts;
import gloss.text.InputException;
import gloss.yaml.RecordReader;
import gloss.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanerTest {
  @TempDir Path folder;

  private static CleanRecipe recipe(String yaml) {
    return new RecordReader(path -> path)
        .read(CleanRecipe.class, YamlFile.parse(yaml, "recipe.yaml"));
  }

  private Cleaner.Summary clean(String yaml, NamedPairs text, NamedPairs... others)
      throws IOException {
    return new Cleaner(recipe(yaml)).clean(text.pairs(), List.of(others), folder.resolve("out"));
  }

  private String kept(String name) throws IOException {
    return String.join(",", Files.readAllLines(folder.resolve("out").resolve(name)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "drop-damaged: true;      a,same,one two three four,d,A,E,;       2 damaged",
        "drop-empty: true;        a,same,one two three four,d,A,E;        7 empty",
        "drop-identical: true;    a,one two three four,d,A,E,;            3 identical",
        "min-length: 1;           a,same,one two three four,d,A,E;        7 too-short",
        "max-length: 3;           a,same,d,A,E,;                          4 too-long",
        "max-ratio: 3;            a,same,d,A,E;               4 ratio 7 ratio",
        "'{max-length: 4, unit: characters}'; a,same,d,A;     4 too-long 6 too-long 7 too-long",
        "target-scripts: latin;   a,same,one two three four,A,E,;         5 script",
        "target-scripts: han;     ;                                       none",
        "drop-duplicates: true;   a,same,one two three four,d,E,;         1 duplicate",
        "drop-test-overlap: true; same,one two three four,d,; 1 test-overlap 1 test-overlap 6 test-overlap",
      })
  void aRuleDropsWhatBreaksIt(String yaml, String kept, String dropped) throws IOException {
    NamedPairs text =
        Texts.pairs(
            folder,
            "train",
            "a|x",
            "same|same",
            "one two three four|eins",
            "d|жук",
            "A|X ",
            "E|Eselei",
            "|seven");
    NamedPairs test = Texts.pairs(folder, "test", "a|other", "other|eselei");
    if (yaml.startsWith("drop-damaged")) {
      Texts.pairs(
          folder,
          "train",
          "a|x",
          "b¤|y",
          "same|same",
          "one two three four|eins",
          "d|жук",
          "A|X ",
          "E|Eselei",
          "|seven");
    }
    if (dropped.equals("none")) {
      assertThatThrownBy(() -> clean(yaml, text, test))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("no pair is left of 7; dropped: {script=7}");
      return;
    }
    Cleaner.Summary summary = clean(yaml, text, test);
    assertThat(kept("train.en")).isEqualTo(kept);
    String rules =
        Files.readAllLines(folder.resolve("out/dropped.tsv")).stream()
            .skip(1)
            .map(line -> line.split("\t")[1])
            .collect(Collectors.joining(" "));
    assertThat(rules).isEqualTo(dropped.replaceAll("\\d ", ""));
    assertThat(summary.kept() + summary.dropped().values().stream().mapToLong(n -> n).sum())
        .isEqualTo(summary.read());
  }

  @Test
  void whatIsDroppedIsWrittenWithItsNumberAndItsRule() throws IOException {
    NamedPairs text = Texts.pairs(folder, "train", "a|x", "b\tB\\|", "b|y", "B|Y", "c|c");
    Cleaner.Summary summary =
        clean("{drop-empty: true, drop-duplicates: true, drop-identical: true}", text);
    assertThat(folder.resolve("out/dropped.tsv"))
        .hasContent(
            "pair\trule\tsource\ttarget\n"
                + "2\tempty\tb\\tB\\\\\t\n"
                + "4\tduplicate\tB\tY\n"
                + "5\tidentical\tc\tc\n");
    assertThat(summary)
        .isEqualTo(
            new Cleaner.Summary(
                5, 2, Map.of(Rule.EMPTY, 1L, Rule.DUPLICATE, 1L, Rule.IDENTICAL, 1L)));
    assertThat(kept("train.en") + kept("train.de")).isEqualTo("a,bx,y");
  }

  @Test
  void aFailureLeavesTheOldFilesAndNothingElse() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("train.en"), "old");
    NamedPairs text = Texts.pairs(folder, "train", "a|x", "b¤|y");
    assertThatThrownBy(() -> clean("drop-empty: true", text))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder.resolve("train.en") + ":2: not UTF-8; drop such pairs with drop-damaged");
    assertThatThrownBy(() -> clean("min-length: 5", text))
        .isInstanceOf(InputException.class)
        .hasMessage("no pair is left of 2; dropped: {too-short=2}");
    assertThat(out).isDirectoryContaining("glob:**train.en");
    assertThat(Files.list(out)).hasSize(1);
    assertThat(out.resolve("train.en")).hasContent("old");
  }

  @Test
  void theTextItselfIsNotReplaced() throws IOException {
    NamedPairs text = Texts.pairs(folder, "train", "a|x");
    Cleaner cleaner = new Cleaner(recipe("drop-empty: true"));
    assertThatThrownBy(() -> cleaner.clean(text.pairs(), List.of(), folder))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder.resolve("train.en") + ": is what is to be cleaned; choose another folder");
  }

  @Test
  void linesOfJsonStayAsTheyAre() throws IOException {
    String good = "{\"b\":  \"y\", \"more\": [1], \"a\": \"x\"}";
    Path file =
        Files.writeString(folder.resolve("f.jsonl"), good + "\n{\"a\": \"\", \"b\": \"z\"}\n");
    JsonPairs pairs = new JsonPairs(List.of(file), new JsonLinesFormat("a", "b", List.of()));
    clean("drop-empty: true", new NamedPairs("train", pairs));
    assertThat(kept("f.jsonl")).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "min-length: -1; 1: min-length: must be at least 0, is -1",
        "{min-length: 5, max-length: 4}; 1: max-length: must be at least min-length, 5, is 4",
        "max-ratio: 0.5; 1: max-ratio: must be at least 1, or 0, is 0.5",
        "source-scripts: latn; 1: source-scripts: unknown script 'latn'; did you mean 'latin'?",
        "drop-dups: true; 1: drop-dups: unknown key; did you mean 'drop-empty'?",
        "unit: letters; 1: unit: expected one of words, characters, found 'letters'",
      })
  void aMistakeNamesItsKey(String yaml, String message) {
    assertThatThrownBy(() -> recipe(yaml))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("recipe.yaml:" + message.substring(0, 12));
  }

  @Property(tries = 100)
  void whatIsKeptKeepsItsOrderAndBreaksNoRule(
      @ForAll @Size(min = 1, max = 30)
          List<@StringLength(max = 3) @CharRange(from = 'a', to = 'c') String> sources,
      @ForAll @IntRange(min = 1, max = 3) int maxLength)
      throws IOException {
    Path here = Files.createTempDirectory("clean");
    try {
      String[] lines = sources.stream().map(s -> s + "|" + s + "x").toArray(String[]::new);
      NamedPairs text = Texts.pairs(here, "train", "c|first");
      NamedPairs all = Texts.pairs(here, "train", prepend("d|first", lines));
      CleanRecipe rules =
          recipe(
              "{unit: characters, drop-empty: true, drop-duplicates: true, max-length: "
                  + Math.max(5, maxLength + 3)
                  + "}");
      Cleaner.Summary summary =
          new Cleaner(rules).clean(all.pairs(), List.of(text), here.resolve("out"));
      List<String> kept = Files.readAllLines(here.resolve("out/train.en"));
      List<String> expected =
          sources.stream().filter(s -> !s.isEmpty()).distinct().collect(Collectors.toList());
      expected.add(0, "d");
      assertThat(kept).isEqualTo(expected);
      assertThat(new HashSet<>(kept)).hasSameSizeAs(kept);
      assertThat(summary.read()).isEqualTo(sources.size() + 1);
    } finally {
      for (String file : List.of("train.en", "train.de", "dropped.tsv")) {
        Files.deleteIfExists(here.resolve(file));
        Files.deleteIfExists(here.resolve("out").resolve(file));
      }
    }
  }

  private static String[] prepend(String first, String[] lines) {
    String[] all = new String[lines.length + 1];
    all[0] = first;
    System.arraycopy(lines, 0, all, 1, lines.length);
    return all;
  }
}
