package gloss.subword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not as we write them. */
class TokenizerJsonTest {
  @TempDir Path folder;
  private Path file;
  private String good;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("tokenizer.json");
    Subwords.learn(List.of("ab ab abc \"\\ ab"), 10).write(file);
    good = Files.readString(file);
  }

  private void assertRefused(String content, String reason) throws IOException {
    Files.writeString(file, content);
    assertThatThrownBy(() -> Subwords.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "3", "{", "hello", "{} {}", "{\"model\": }"})
  void whatIsNoTokenizerIsRefused(String content) throws IOException {
    assertRefused(content, "not a tokenizer.json");
  }

  @Test
  void aFileCutShortIsRefused() throws IOException {
    assertRefused(good.substring(0, good.length() / 2), "not a tokenizer.json");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Files.write(file, new byte[] {(byte) 0x80, (byte) 0xFF});
    assertThatThrownBy(() -> Subwords.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void aMissingFileIsTheUsersMistake() {
    assertThatThrownBy(() -> Subwords.read(folder.resolve("none.json")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such file");
  }

  /** What stands in the good file, what stands there instead, and the reason that is given. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"normalizer\": null;\"normalizer\": {\"type\": \"NFC\"};'normalizer'",
        "\"type\": \"BPE\";\"type\": \"WordPiece\";'model.type'",
        "\"type\": \"Split\";\"type\": \"Punctuation\";'pre_tokenizer.pretokenizers[0].type'",
        "\"use_regex\": false;\"use_regex\": true;'pre_tokenizer.pretokenizers[1].use_regex'",
        "\"end_of_word_suffix\": null;\"end_of_word_suffix\": \"</w>\";'model.end_of_word_suffix'",
        "\"</s>\": 3;\"</s>\": 2;model.vocab",
        "\"</s>\": 3;\"</s>\": 3.5;not a whole number",
        "\"</s>\": 3;\"</s>\": \"x\";not a whole number",
        "\"</s>\": 3;\"</S>\": 3;'</s>' is not a special token",
        "\"id\": 3;\"id\": 4;not a special token with the id 3",
        "\"special\": true;\"special\": false;not a special token",
        "\"a b\";\"a b c\";not two symbols",
        "\"a b\";\"a\";not two symbols",
        "\"a b\";[\"a\"];not two symbols",
        "\"a b\";7;not a string",
        "\"a b\";\"Ġa b\", \"Ġa b\";occurs twice",
        "\"a b\";\"x y\";lacks the token 'xy'",
        "\"!\": ;\"日\": ;lacks the token '!'",
        "\"ab\": ;\"日\": ;lacks the token 'ab'",
      })
  void damageIsNamed(String from, String to, String reason) throws IOException {
    assertThat(good).contains(from);
    assertRefused(good.replace(from, to), reason);
  }

  @Test
  void mergesMayBePairsAndNewSettingsMayBeMissing() throws IOException {
    Subwords before = Subwords.read(file);
    String other =
        good.replace("\"a b\"", "[\"a\", \"b\"]").replace("\"ignore_merges\": false,", "");
    assertThat(other).isNotEqualTo(good);
    Files.writeString(file, other);
    assertThat(Subwords.read(file).mergeList()).isEqualTo(before.mergeList());
  }

  @Test
  void aFolderIsNotReplaced() throws IOException {
    Path blocked = folder.resolve("blocked");
    Files.createDirectories(blocked.resolve("tokenizer.json/x"));
    Subwords subwords = Subwords.read(file);
    assertThatThrownBy(() -> subwords.write(blocked.resolve("tokenizer.json")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is a folder");
    try (Stream<Path> left = Files.list(blocked)) {
      assertThat(left).hasSize(1);
    }
  }
}
