package gloss.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RecordWriterTest {
  private static Zoo read(String yaml) {
    return new RecordReader(path -> path).read(Zoo.class, YamlFile.parse(yaml, "zoo.yaml"));
  }

  @Test
  void writesEveryKey() {
    String yaml =
        """
        name: Vienna
        animals: 7
        visitors: 10000000000
        share: 0.5
        open: true
        order: by-weight
        map: map.txt
        age:
        keepers: [Ann, "Bob: the keeper"]
        cages:
          A 1:
            metres: 3
            doors: [1.0, 2.5]
        star:
          kind: sea-lion
          depth: 1.0e-9
          cage:
            metres: 2
            doors: [1.0]
        fence: 3 m
        """;
    assertThat(RecordWriter.plain(read(yaml), path -> path)).isEqualTo(yaml);
  }

  @Test
  void anEmptyMemberOfAFamilyKeepsItsName() {
    assertThat(RecordWriter.plain(read("{name: x, star: {kind: ghost}}"), path -> path))
        .contains("star:\n  kind: ghost\n");
  }

  @Test
  void explainsEveryKeyAndTheOtherMembersOfAFamily() {
    assertThat(RecordWriter.commented(read("name: x"), path -> path))
        .isEqualTo(
            """
            name: x  # (required)
            animals: 3  # how many (default 3)
            visitors: 10000000000  # (default 10000000000)
            share: 0.5  # (default 0.5)
            open: true  # (default true)
            order: by-weight  # [by-name | by-weight] (default by-weight)
            map: map.txt  # (default map.txt)
            age:  # (optional)
            keepers: []  # (default [])
            cages: {}
            star:
              kind: lion  # lion | sea-lion | ghost (default lion)
              manes: 1  # (default 1)
              # or kind: sea-lion
              #   depth:  # (required)
              #   cage: {metres: 2}  # (default {metres: 2})
              # or kind: ghost
            fence: 12 m  # (default 12 m)
            """);
  }

  @Property(tries = 300)
  void whatIsWrittenIsReadBackEqual(@ForAll("zoos") Zoo zoo) {
    assertThat(read(RecordWriter.plain(zoo, path -> path))).isEqualTo(zoo);
    assertThat(read(RecordWriter.commented(zoo, path -> path))).isEqualTo(zoo);
  }

  @Property(tries = 500)
  void anyTextIsReadBackEqual(@ForAll("texts") String text) {
    record Text(String key, List<String> list, Map<String, String> map) {}
    Text value = new Text(text, List.of(text, text), Map.of(text, text));
    String yaml = RecordWriter.plain(value, path -> path);
    assertThat(new RecordReader(path -> path).read(Text.class, YamlFile.parse(yaml, "t.yaml")))
        .isEqualTo(value);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> unicode =
        Arbitraries.strings()
            .all()
            .filter(text -> text.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000));
    Arbitrary<String> awkward =
        Arbitraries.strings()
            .withChars(" :#-?!&*[]{}'\"%@`,|>~=.\\\t\n\r0eE+nulltrue")
            .ofMaxLength(9);
    return Arbitraries.oneOf(
        unicode, awkward, Arbitraries.of("null", "~", "", "---", "...", "- a"));
  }

  @Provide
  Arbitrary<Zoo> zoos() {
    Arbitrary<Zoo.Cage> cages =
        Combinators.combine(
                Arbitraries.integers().greaterOrEqual(1), Arbitraries.doubles().list().ofMaxSize(3))
            .as(Zoo.Cage::new);
    Arbitrary<Zoo.Animal> animals =
        Arbitraries.oneOf(
            Arbitraries.integers().lessOrEqual(8).map(Zoo.Animal.Lion::new),
            Combinators.combine(Arbitraries.doubles(), cages).as(Zoo.Animal.SeaLion::new),
            Arbitraries.just(new Zoo.Animal.Ghost()));
    return Combinators.combine(
            texts(),
            Arbitraries.doubles(),
            texts().list().ofMaxSize(3),
            Arbitraries.maps(texts(), cages).ofMaxSize(3),
            animals,
            Arbitraries.integers().optional())
        .as(
            (name, share, keepers, homes, star, age) ->
                new Zoo(
                    name,
                    3,
                    -5,
                    share,
                    false,
                    Zoo.Order.BY_NAME,
                    Path.of("a b/c"),
                    age,
                    keepers,
                    homes,
                    star,
                    new Zoo.Height(4)));
  }
}
