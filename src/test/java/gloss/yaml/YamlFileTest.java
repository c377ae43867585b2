package gloss.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {
  @TempDir Path folder;

  @Test
  void aValueStandsInTheLineOfItsKey() {
    YamlNode.Mapping root = YamlFile.parse("a: 1\nb:\n  c:\n    - x\n    - y\n", "f.yaml");
    YamlNode.Mapping b = (YamlNode.Mapping) root.entries().get("b");
    YamlNode.Sequence c = (YamlNode.Sequence) b.entries().get("c");
    assertThat(root.entries().get("a").where()).isEqualTo("f.yaml:1");
    assertThat(b.where()).isEqualTo("f.yaml:2");
    assertThat(c.where()).isEqualTo("f.yaml:3");
    assertThat(c.items().get(1)).isEqualTo(new YamlNode.Scalar("y", true, "f.yaml:5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing but a comment\n", "---\n", "~"})
  void anEmptyFileHasNoKeys(String text) {
    assertThat(YamlFile.parse(text, "f.yaml").entries()).isEmpty();
  }

  @Test
  void aByteOrderMarkAndWindowsLinesAreReadAsIfTheyWereNotThere() throws IOException {
    Path file = folder.resolve("f.yaml");
    Files.writeString(file, "\uFEFFa: 1\r\nb: x\r\n");
    YamlNode.Mapping root = YamlFile.read(file);
    assertThat(root.entries().get("a")).isEqualTo(new YamlNode.Scalar("1", true, file + ":1"));
    assertThat(root.entries().get("b")).isEqualTo(new YamlNode.Scalar("x", true, file + ":2"));
  }

  @Test
  void anAliasIsWhatItStandsFor() {
    YamlNode.Mapping root = YamlFile.parse("a: &x {k: 1}\nb: *x\n", "f.yaml");
    YamlNode.Mapping b = (YamlNode.Mapping) root.entries().get("b");
    assertThat(b.where()).isEqualTo("f.yaml:2");
    assertThat(b.entries().get("k")).isEqualTo(new YamlNode.Scalar("1", true, "f.yaml:1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: 1\\nb: 2\\na: 3       | f.yaml:3: a: given twice, first at f.yaml:1",
        "a:\\n  b: 1\\n  b: 1     | f.yaml:3: b: given twice, first at f.yaml:2",
        "- a\\n- b                | f.yaml:1: expected keys and their values ('key: value'), found a list",
        "just words               | f.yaml:1: expected keys and their values ('key: value'), found 'just words'",
        "a: &x [*x]               | f.yaml:1: an alias may not stand inside what it stands for",
        "[a, b]: 1                | f.yaml:1: a key must be text",
      })
  void whatIsNoTreeOfKeysIsRejected(String text, String message) {
    assertThatThrownBy(() -> YamlFile.parse(text.replace("\\n", "\n"), "f.yaml"))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: 1\\n b: 2   | f.yaml:2: not YAML: ",
        "a: [1, 2\\nb: 3 | f.yaml:2: not YAML: ",
        "a: 'open       | f.yaml:1: not YAML: ",
        "a:\\n\\tb: 2    | f.yaml:2: not YAML: ",
        "a: *nowhere    | f.yaml:1: not YAML: ",
        "a: 1\\n--- \\nb: 2 | f.yaml:2: not YAML: ",
      })
  void badSyntaxNamesItsLine(String text, String start) {
    assertThatThrownBy(() -> YamlFile.parse(text.translateEscapes(), "f.yaml"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(start.strip())
        .message()
        .doesNotContain("\n");
  }

  @Test
  void charactersThatYamlForbidsAreRejected() {
    assertThatThrownBy(() -> YamlFile.parse("a: \u0000", "f.yaml"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("f.yaml: not YAML: ");
  }

  @Test
  void bracketsWithoutEndAreRejected() {
    assertThatThrownBy(() -> YamlFile.parse("a: " + "[".repeat(100_000), "f.yaml"))
        .isInstanceOf(InputException.class)
        .hasMessage("f.yaml: not YAML: nested too deep");
  }

  @Test
  void bytesThatAreNotUtf8NameTheirLine() throws IOException {
    Path file = folder.resolve("f.yaml");
    Files.write(file, new byte[] {'a', ':', ' ', '1', '\n', (byte) 0xff});
    assertThatThrownBy(() -> YamlFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ":2: not UTF-8");
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("none.yaml");
    assertThatThrownBy(() -> YamlFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ": no such file");
  }
}
