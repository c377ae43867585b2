package gloss.train;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonParseException;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Named float arrays in a file, in the safetensors format: eight bytes with the header's length
 * (little-endian), a JSON header {@code {"name": {"dtype": "F32", "shape": […], "data_offsets":
 * [from, to]}, …, "__metadata__": {…}}}, then the numbers.
 *
 * <p>The metadata begins with a SHA-256 under {@value #DIGEST}, so that a damaged file is known as
 * such: that of the header, with 64 zeros in the digest's place, and the numbers.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
public final class Safetensors {
  private static final String DIGEST = "sha256";
  private static final String NO_DIGEST = "0".repeat(64);
  private static final int LENGTH_BYTES = 8;
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

  /** The values of arrays as they are now. */
  static Map<String, Entry> entries(Map<String, NDArray> arrays) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    arrays.forEach(
        (name, array) ->
            entries.put(name, new Entry(array.getShape().getShape(), array.toFloatArray())));
    return entries;
  }

  /**
   * Writes arrays and metadata into a folder that must be there, see {@link AtomicFile#writeInto}.
   */
  public static void write(Path file, Map<String, NDArray> arrays, Map<String, String> metadata)
      throws IOException {
    writeEntries(file, entries(arrays), metadata);
  }

  /** As {@link #write}, of arrays in Java memory. */
  public static void writeEntries(
      Path file, Map<String, Entry> entries, Map<String, String> metadata) throws IOException {
    Path absolute = file.toAbsolutePath();
    AtomicFile.writeInto(
        Objects.requireNonNull(absolute.getParent(), "a file is in a folder"),
        Objects.requireNonNull(absolute.getFileName(), "a file has a name").toString(),
        content(entries, metadata));
  }

  /** What a file of these arrays and metadata holds. */
  public static AtomicFile.Content content(
      Map<String, Entry> entries, Map<String, String> metadata) {
    Map<String, byte[]> numbers = new LinkedHashMap<>();
    Map<String, long[]> shapes = new LinkedHashMap<>();
    entries.forEach(
        (name, entry) -> {
          numbers.put(name, littleEndian(entry.values()));
          shapes.put(name, entry.shape());
        });
    Map<String, String> signed = new LinkedHashMap<>();
    signed.put(DIGEST, NO_DIGEST);
    signed.putAll(metadata);
    String unsigned = SafetensorsHeader.of(shapes, signed).toJson();
    MessageDigest digest = sha256();
    digest.update(unsigned.getBytes(StandardCharsets.UTF_8));
    numbers.values().forEach(digest::update);
    byte[] header =
        unsigned.replaceFirst(NO_DIGEST, hexadecimal(digest)).getBytes(StandardCharsets.UTF_8);
    return out -> {
      out.write(
          ByteBuffer.allocate(LENGTH_BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(header.length)
              .array());
      out.write(header);
      for (byte[] bytes : numbers.values()) {
        out.write(bytes);
      }
    };
  }

  private static byte[] littleEndian(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /** Reads a file written here or elsewhere; damage is an {@link InputException}. */
  public static Safetensors read(Path file) throws IOException {
    return open(file, (header, text, in) -> read(file, header, text, in));
  }

  /**
   * What a file holds, without its numbers.
   *
   * @param shapes of the arrays by name, in the file's order
   * @param metadata without the digest
   */
  public record Contents(Map<String, long[]> shapes, Map<String, String> metadata) {}

  /**
   * Reads the header alone. A file that is cut off or not of this format is an {@link
   * InputException}; damage among the numbers is not seen.
   */
  public static Contents contents(Path file) throws IOException {
    return open(
        file,
        (header, text, in) -> {
          Map<String, long[]> shapes = new LinkedHashMap<>();
          header.slots().forEach(slot -> shapes.put(slot.name(), slot.shape()));
          Map<String, String> metadata = new LinkedHashMap<>(header.metadata());
          metadata.remove(DIGEST);
          return new Contents(shapes, metadata);
        });
  }

  /** Reads what follows a header. */
  @FunctionalInterface
  private interface Body<T> {
    T read(SafetensorsHeader header, String text, DataInputStream in) throws IOException;
  }

  private static <T> T open(Path file, Body<T> body) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      long rest = Files.size(file) - LENGTH_BYTES;
      long length = Long.reverseBytes(in.readLong());
      if (length < 2 || length > MAX_HEADER) {
        throw InputException.in(file, "is not a safetensors file, or damaged");
      }
      if (length > rest) {
        throw new EOFException();
      }
      byte[] bytes = new byte[(int) length];
      in.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return body.read(SafetensorsHeader.parse(text, rest - length), text, in);
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": no such file", e);
    } catch (EOFException e) {
      throw new InputException(file + ": is cut off; the file is damaged", e);
    } catch (JsonParseException e) {
      throw new InputException(file + ": damaged header: " + e.getMessage(), e);
    }
  }

  private static Safetensors read(
      Path file, SafetensorsHeader header, String text, DataInputStream in) throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>(header.metadata());
    String expected = metadata.remove(DIGEST);
    MessageDigest digest = sha256();
    digest.update(unsigned(text, expected).getBytes(StandardCharsets.UTF_8));
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (SafetensorsHeader.Slot slot : header.slots()) {
      byte[] numbers = new byte[size(file, slot)];
      in.readFully(numbers);
      digest.update(numbers);
      entries.put(slot.name(), new Entry(slot.shape(), floats(numbers)));
    }
    if (expected != null && !expected.equals(hexadecimal(digest))) {
      throw InputException.in(file, "its checksum does not match; the file is damaged");
    }
    return new Safetensors(entries, metadata);
  }

  /** The header as it was when its digest was computed. */
  private static String unsigned(String header, @Nullable String digest) {
    int at = digest == null ? -1 : header.indexOf(digest);
    return digest == null || at < 0
        ? header
        : header.substring(0, at) + NO_DIGEST + header.substring(at + digest.length());
  }

  private static int size(Path file, SafetensorsHeader.Slot slot) {
    long size = slot.to() - slot.from();
    if (size > Integer.MAX_VALUE - LENGTH_BYTES) {
      throw InputException.in(file, slot.name() + " is larger than 2 GiB, which is not read");
    }
    return (int) size;
  }

  private static float[] floats(byte[] bytes) {
    float[] values = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private static String hexadecimal(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
