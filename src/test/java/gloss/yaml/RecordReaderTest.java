package gloss.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
  private static final Path BASE = Path.of("base");

  private static Zoo zoo(String yaml) {
    return new RecordReader(BASE::resolve).read(Zoo.class, YamlFile.parse(yaml, "zoo.yaml"));
  }

  @Test
  void missingKeysHaveTheirDefaults() {
    assertThat(zoo("name: Vienna"))
        .isEqualTo(
            new Zoo(
                "Vienna",
                3,
                10_000_000_000L,
                0.5,
                true,
                Zoo.Order.BY_WEIGHT,
                BASE.resolve("map.txt"),
                Optional.empty(),
                List.of(),
                Map.of(),
                new Zoo.Animal.Lion(1),
                new Zoo.Height(12)));
  }

  @Test
  void everyKindOfComponentIsRead() {
    Zoo zoo =
        zoo(
            """
            name: 'null'
            animals: 7
            visitors: -1
            share: 1e-9
            open: false
            order: by-name
            map: maps/new.txt
            age: 30
            keepers: [Ann, "Bob: the keeper"]
            cages:
              A 1: {metres: 3}
              B: {metres: 4, doors: [1, 2.5]}
            star:
              kind: sea-lion
              depth: 2
            fence: 3 m
            """);
    assertThat(zoo)
        .isEqualTo(
            new Zoo(
                "null",
                7,
                -1,
                1e-9,
                false,
                Zoo.Order.BY_NAME,
                BASE.resolve("maps/new.txt"),
                Optional.of(30),
                List.of("Ann", "Bob: the keeper"),
                Map.of(
                    "A 1", new Zoo.Cage(3, List.of(1.0)), "B", new Zoo.Cage(4, List.of(1.0, 2.5))),
                new Zoo.Animal.SeaLion(2, new Zoo.Cage(2, List.of(1.0))),
                new Zoo.Height(3)));
    assertThat(zoo.cages().keySet()).containsExactly("A 1", "B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"animals:", "animals: ~", "animals: null", "star:", "cages:", "keepers: "})
  void aKeyWithoutAValueCountsAsMissing(String line) {
    assertThat(zoo("name: x\n" + line)).isEqualTo(zoo("name: x"));
  }

  @Test
  void oneValueCountsAsAListOfOne() {
    assertThat(zoo("{name: x, keepers: Ann}").keepers()).containsExactly("Ann");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "animals: many         | animals: expected a whole number, found 'many'",
        "animals: 1.0          | animals: expected a whole number, found '1.0'",
        "animals: 3000000000   | animals: expected a whole number, found '3000000000'",
        "animals: [1]          | animals: expected a whole number, found a list",
        "animals: {a: 1}       | animals: expected a whole number, found a mapping",
        "animals: ''           | animals: expected a whole number, found ''",
        "share: 1f             | share: expected a number, found '1f'",
        "share: 1e999         | share: expected a number, found '1e999'",
        "share: NaN            | share: expected a number, found 'NaN'",
        "share: 0x1p3          | share: expected a number, found '0x1p3'",
        "open: yes             | open: expected true or false, found 'yes'",
        "map: ''               | map: expected a path, found ''",
        "order: by-wieght      | order: expected one of by-name, by-weight, found 'by-wieght'; did you mean 'by-weight'?",
        "order: BY_NAME        | order: expected one of by-name, by-weight, found 'BY_NAME'; did you mean 'by-name'?",
        "fence: tall           | fence: expected a height such as '3 m', found 'tall'",
        "fence: x m            | fence: expected a height such as '3 m', found 'x m'",
        "keepers: [a, ~]       | keepers.2: expected text, found nothing",
        "keepers: {a: b}       | keepers: expected a list, found a mapping",
        "cages: [a]            | cages: expected keys and their values, found a list",
        "cages: {a: 1}         | cages.a: expected keys and their values, found '1'",
        "cages: {a: {metres: ~}} | cages.a.metres: missing; it says: length of a side",
        "cages: {a: {metres: 0}} | cages.a.metres: must be at least 1, is 0",
        "cages: {a: {metres: 1, doors: [1, x]}} | cages.a.doors.2: expected a number, found 'x'",
        "animals: 0            | animals: must be at least 1, is 0",
        "star: {manes: 9}      | star.manes: too many",
        "visitors: 0           | open, but without visitors",
        "anmals: 2             | anmals: unknown key; did you mean 'animals'?",
        "maxAnimals: 2         | maxAnimals: unknown key; did you mean 'animals'?",
        "xyz:                  | xyz: unknown key; known: name, animals, visitors, share, open, order, map, age, keepers, cages, star, fence",
        "star: lion            | star: expected keys and their values, found 'lion'",
        "star: {kind: loin}    | star.kind: unknown name 'loin'; did you mean 'lion'?",
        "star: {kind: [lion]}  | star.kind: expected text, found a list",
        "star: {depth: 1}      | star.depth: unknown key; it is a key of star with kind: sea-lion",
        "metres: 3             | metres: unknown key; it is a key of cages.NAME, star.cage",
        "star: {animals: 3}    | star.animals: unknown key; it is a key of the top level",
        "star: {kind: ghost, x: 1} | star.x: unknown key; none is known here",
        "star: {kind: sea-lion} | star.depth: missing",
      })
  void aMistakeNamesLineKeyAndReason(String line, String message) {
    // Mistakes of the record as a whole stand where the record begins.
    int number = line.startsWith("visitors") ? 1 : 2;
    assertThatThrownBy(() -> zoo("name: x\n" + line))
        .isInstanceOf(InputException.class)
        .hasMessage("zoo.yaml:" + number + ": " + message);
  }

  @Test
  void aRequiredKeyIsAskedFor() {
    assertThatThrownBy(() -> zoo("animals: 4"))
        .isInstanceOf(InputException.class)
        .hasMessage("zoo.yaml:1: name: missing");
  }

  @Test
  void theLineIsThatOfTheKeyHoweverDeep() {
    assertThatThrownBy(() -> zoo("name: x\ncages:\n  a:\n    metres: 1\n  b:\n    metres: no\n"))
        .isInstanceOf(InputException.class)
        .hasMessage("zoo.yaml:6: cages.b.metres: expected a whole number, found 'no'");
  }

  @Test
  void longTextIsShownInPartAndOnOneLine() {
    String text = "|\n  first\n" + "  word\n".repeat(50);
    assertThatThrownBy(() -> zoo("name: x\nanimals: " + text))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "zoo.yaml:2: animals: expected a whole number, found 'first"
                + (" word".repeat(15) + "…'"));
    assertThatThrownBy(() -> zoo("name: x\n\"long\\nkey\": 1"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("zoo.yaml:2: long key: unknown key; ");
  }

  @Keyed("type")
  sealed interface Required {
    @Named("only")
    record Only() implements Required {}
  }

  @Test
  void aFamilyWithoutADefaultAsksForTheName() {
    YamlNode.Mapping empty = YamlFile.parse("", "zoo.yaml");
    assertThatThrownBy(() -> new RecordReader(path -> path).read(Required.class, empty))
        .isInstanceOf(InputException.class)
        .hasMessage("zoo.yaml: type: missing; it is one of only");
  }

  record Broken(Object anything) {}

  @Test
  void aRecordThatCannotBeReadIsAMistakeOfTheProgram() {
    YamlNode.Mapping root = YamlFile.parse("anything: 1", "zoo.yaml");
    assertThatThrownBy(() -> new RecordReader(path -> path).read(Broken.class, root))
        .isExactlyInstanceOf(IllegalArgumentException.class);
  }
}
