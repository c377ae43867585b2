package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  private static final float[] MATRIX = {1, -2.5f, Float.NaN, Float.MAX_VALUE, 0, -0f};

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("weights.safetensors");
  }

  private void write(Map<String, String> metadata) throws IOException {
    try (NDManager manager = NDManager.newBaseManager()) {
      Map<String, NDArray> arrays = new LinkedHashMap<>();
      arrays.put("z.matrix", manager.create(MATRIX, new Shape(2, 3)));
      arrays.put("a \"scalar\" é", manager.create(7f));
      arrays.put("none", manager.create(new float[0], new Shape(0, 4)));
      Safetensors.write(file, arrays, metadata);
    }
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Map<String, String> metadata = Map.of("made", "by a test, \"quoted\"\nü", "0", "0".repeat(64));
    write(metadata);
    Safetensors read = Safetensors.read(file);
    assertThat(read.metadata()).isEqualTo(metadata);
    assertThat(read.entries().keySet()).containsExactly("z.matrix", "a \"scalar\" é", "none");
    assertThat(read.entries().get("z.matrix").shape()).containsExactly(2, 3);
    assertThat(read.entries().get("z.matrix").values()).containsExactly(MATRIX);
    assertThat(read.entries().get("a \"scalar\" é").shape()).isEmpty();
    assertThat(read.entries().get("a \"scalar\" é").values()).containsExactly(7);
    assertThat(read.entries().get("none").values()).isEmpty();
  }

  @Test
  void numbersBeginAtAMultipleOfEightBytes() throws IOException {
    for (String text : new String[] {"", "1", "12", "123", "1234", "ü"}) {
      write(Map.of("text", text));
      long header =
          ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong();
      assertThat(header % 8).isZero();
      assertThat(Files.size(file)).isEqualTo(8 + header + 4 * 7);
    }
  }

  private void writeByHand(String header, byte... numbers) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(file, bytes.putLong(text.length).put(text).put(numbers).array());
  }

  @Test
  void aFileMadeByHandIsRead() throws IOException {
    // 1.0f is 0x3f800000, -2.0f is 0xc0000000; names need not be in the order of the numbers.
    writeByHand(
        "{\"b\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[4,8]},"
            + " \"a\":{\"data_offsets\":[0,4],\"shape\":[],\"dtype\":\"F32\"}}   ",
        new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0});
    Safetensors read = Safetensors.read(file);
    assertThat(read.metadata()).isEmpty();
    assertThat(read.entries().keySet()).containsExactly("a", "b");
    assertThat(read.entries().get("a").values()).containsExactly(1);
    assertThat(read.entries().get("b").values()).containsExactly(-2);
    assertThat(read.entries().get("b").shape()).containsExactly(1, 1);
  }

  private void assertDamaged() {
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": ")
        .message()
        .doesNotContain("\n", "Gson", "Reader");
  }

  @Test
  void everyCutIsNoticed() throws IOException {
    write(Map.of("a", "b"));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertDamaged();
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 4));
    assertDamaged();
  }

  @Test
  void everyFlippedBitIsNoticed() throws IOException {
    write(Map.of("step", "1200"));
    byte[] whole = Files.readAllBytes(file);
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int key = text.indexOf("sha256");
    for (int at = 0; at < whole.length; at++) {
      if (at >= key && at < key + "sha256".length()) {
        // Under another name the digest is no digest; nothing else has changed.
        continue;
      }
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      Files.write(file, flipped);
      assertDamaged();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"a\":",
        "{\"a\":7}",
        "{\"a\":{}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]}}",
        "{\"a\":{\"dtype\":[],\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":1,\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[\"1\"],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,9999999999]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904],\"data_offsets\":[0,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[999999999,999999999],\"data_offsets\":[0,4]}}",
        "{\"__metadata__\":7}",
        "{\"__metadata__\":{\"a\":{}}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
      })
  void headersThatAreWrongAreRefused(String header) throws IOException {
    writeByHand(header, new byte[4]);
    assertDamaged();
  }

  @Test
  void aHeaderOfNestedBracketsIsRefused() throws IOException {
    writeByHand("{\"a\":" + "[".repeat(200_000), new byte[4]);
    assertDamaged();
  }

  @Test
  void aMissingFileIsTheUsersMistake() {
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ": no such file");
  }
}
