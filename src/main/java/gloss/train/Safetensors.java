package gloss.train;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named float arrays in a file, in the safetensors format: eight bytes with the header's length
 * (little-endian), a JSON header {@code {"name": {"dtype": "F32", "shape": […], "data_offsets":
 * [from, to]}, …, "__metadata__": {…}}}, then the numbers.
 *
 * <p>The metadata holds the SHA-256 of the numbers under {@value #DIGEST}, so that a damaged file
 * is known as such.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
public final class Safetensors {
  private static final String DIGEST = "sha256";
  private static final String METADATA = "__metadata__";
  private static final int MAX_HEADER = 100_000_000;

  private final Map<String, Entry> entries;
  private final Map<String, String> metadata;

  /** An array in Java memory. */
  public record Entry(long[] shape, float[] values) {}

  private Safetensors(Map<String, Entry> entries, Map<String, String> metadata) {
    this.entries = entries;
    this.metadata = metadata;
  }

  /** The arrays by name, in the file's order. */
  public Map<String, Entry> entries() {
    return entries;
  }

  /** The metadata, without the digest. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Writes arrays and metadata. */
  public static void write(Path file, Map<String, NDArray> arrays, Map<String, String> metadata)
      throws IOException {
    Map<String, byte[]> numbers = new LinkedHashMap<>();
    MessageDigest digest = sha256();
    arrays.forEach(
        (name, array) -> {
          byte[] bytes = littleEndian(array.toFloatArray());
          digest.update(bytes);
          numbers.put(name, bytes);
        });
    Map<String, String> signed = new LinkedHashMap<>(metadata);
    signed.put(DIGEST, HexFormat.of().formatHex(digest.digest()));
    byte[] header = header(arrays, signed).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(
        file,
        out -> {
          out.write(
              ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
          out.write(header);
          for (byte[] bytes : numbers.values()) {
            out.write(bytes);
          }
        });
  }

  private static byte[] littleEndian(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /** The header, padded with spaces so that the numbers are aligned to eight bytes. */
  private static String header(Map<String, NDArray> arrays, Map<String, String> metadata) {
    JsonObject header = new JsonObject();
    JsonObject strings = new JsonObject();
    metadata.forEach(strings::addProperty);
    header.add(METADATA, strings);
    long offset = 0;
    for (Map.Entry<String, NDArray> array : arrays.entrySet()) {
      long end = offset + 4 * array.getValue().size();
      JsonObject entry = new JsonObject();
      entry.addProperty("dtype", "F32");
      entry.add("shape", numbers(array.getValue().getShape().getShape()));
      entry.add("data_offsets", numbers(offset, end));
      header.add(array.getKey(), entry);
      offset = end;
    }
    String text = header.toString();
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return text + " ".repeat((8 - bytes % 8) % 8);
  }

  private static JsonArray numbers(long... values) {
    JsonArray array = new JsonArray();
    for (long value : values) {
      array.add(value);
    }
    return array;
  }

  /** Reads a file written here or elsewhere; damage is an {@link InputException}. */
  public static Safetensors read(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(stream)) {
      long length = Long.reverseBytes(in.readLong());
      if (length < 2 || length > MAX_HEADER) {
        throw InputException.in(file, "is not a safetensors file");
      }
      byte[] header = new byte[(int) length];
      in.readFully(header);
      return read(file, new String(header, StandardCharsets.UTF_8), in);
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": no such file", e);
    } catch (EOFException e) {
      throw new InputException(file + ": is cut off; the file is damaged", e);
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
      throw new InputException(file + ": damaged header: " + e.getMessage(), e);
    }
  }

  private static Safetensors read(Path file, String text, DataInputStream in) throws IOException {
    JsonObject header = JsonParser.parseString(text).getAsJsonObject();
    Map<String, String> metadata = new LinkedHashMap<>();
    if (header.remove(METADATA) instanceof JsonObject strings) {
      strings.entrySet().forEach(e -> metadata.put(e.getKey(), e.getValue().getAsString()));
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    MessageDigest digest = sha256();
    for (Map.Entry<String, JsonElement> e : byOffset(header)) {
      JsonObject entry = e.getValue().getAsJsonObject();
      if (!entry.get("dtype").getAsString().equals("F32")) {
        throw InputException.in(file, e.getKey() + " is not of type F32");
      }
      byte[] bytes = new byte[Math.toIntExact(offset(entry, 1) - offset(entry, 0))];
      in.readFully(bytes);
      digest.update(bytes);
      entries.put(e.getKey(), new Entry(shape(entry), floats(bytes)));
    }
    String expected = metadata.remove(DIGEST);
    if (expected != null && !expected.equals(HexFormat.of().formatHex(digest.digest()))) {
      throw InputException.in(file, "its checksum does not match; the file is damaged");
    }
    return new Safetensors(entries, metadata);
  }

  private static List<Map.Entry<String, JsonElement>> byOffset(JsonObject header) {
    List<Map.Entry<String, JsonElement>> sorted = new ArrayList<>(header.entrySet());
    sorted.sort(
        (a, b) ->
            Long.compare(
                offset(a.getValue().getAsJsonObject(), 0),
                offset(b.getValue().getAsJsonObject(), 0)));
    return sorted;
  }

  private static long offset(JsonObject entry, int index) {
    return entry.getAsJsonArray("data_offsets").get(index).getAsLong();
  }

  private static long[] shape(JsonObject entry) {
    JsonArray shape = entry.getAsJsonArray("shape");
    long[] sizes = new long[shape.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = shape.get(i).getAsLong();
    }
    return sizes;
  }

  private static float[] floats(byte[] bytes) {
    float[] values = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
