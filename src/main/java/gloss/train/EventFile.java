package gloss.train;

import gloss.text.NamedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A file of events as TensorBoard reads it: records, each
 *
 * <pre>
 * length  8 bytes   of the data
 * crc     4 bytes   of the length
 * data
 * crc     4 bytes   of the data
 * </pre>
 *
 * little-endian; the checksums are CRC-32C c, masked as {@code ((c >>> 15) | (c << 17)) +
 * 0xa282ead8}. The data are protocol buffers {@code Event {double wall_time = 1; int64 step = 2;
 * string file_version = 3; Summary summary = 5; SessionLog session_log = 7}} with {@code Summary
 * {repeated Value value = 1}}, {@code Value {string tag = 1; float simple_value = 2}} and {@code
 * SessionLog {Status status = 1}}.
 *
 * @see <a
 *     href="https://www.tensorflow.org/tutorials/load_data/tfrecord#tfrecords_format_details">records</a>
 * @see <a
 *     href="https://github.com/tensorflow/tensorboard/blob/master/tensorboard/compat/proto/event.proto">events</a>
 */
final class EventFile {
  private static final int MASK = 0xa282ead8;
  private static final String VERSION = "brain.Event:2";
  private static final int SESSION_START = 1;

  private final Path file;

  private EventFile(Path file) {
    this.file = file;
  }

  /** Begins a new file. */
  static EventFile create(Path file) throws IOException {
    Message version = event(0);
    version.bytes(3, VERSION.getBytes(StandardCharsets.UTF_8));
    write(file, version, StandardOpenOption.CREATE_NEW);
    return new EventFile(file);
  }

  /** A run begins: what earlier files say of this step and later ones no longer counts. */
  void start(long step) throws IOException {
    Message event = event(step);
    Message log = new Message();
    log.varint(1, SESSION_START);
    event.bytes(7, log.toBytes());
    write(file, event, StandardOpenOption.APPEND);
  }

  /** Figures at a step, by their tags. */
  void scalars(long step, Map<String, Double> values) throws IOException {
    Message summary = new Message();
    values.forEach(
        (tag, value) -> {
          Message one = new Message();
          one.bytes(1, tag.getBytes(StandardCharsets.UTF_8));
          one.fixed32(2, Float.floatToIntBits(value.floatValue()));
          summary.bytes(1, one.toBytes());
        });
    Message event = event(step);
    event.bytes(5, summary.toBytes());
    write(file, event, StandardOpenOption.APPEND);
  }

  private static Message event(long step) {
    Message event = new Message();
    event.fixed64(1, Double.doubleToLongBits(System.currentTimeMillis() / 1000.0));
    event.varint(2, step);
    return event;
  }

  private static void write(Path file, Message event, StandardOpenOption how) throws IOException {
    byte[] data = event.toBytes();
    byte[] length = little(Long.BYTES).putLong(data.length).array();
    byte[] record =
        little(length.length + data.length + 2 * Integer.BYTES)
            .put(length)
            .putInt(checksum(length))
            .put(data)
            .putInt(checksum(data))
            .array();
    NamedFile.write(file, record, StandardOpenOption.WRITE, how);
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    int c = (int) crc.getValue();
    return Integer.rotateRight(c, 15) + MASK;
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A protocol buffer message that is being written. */
  private static final class Message {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] toBytes() {
      return out.toByteArray();
    }

    void varint(int field, long value) {
      tag(field, VARINT);
      varint(value);
    }

    void fixed64(int field, long value) {
      tag(field, FIXED_64);
      out.writeBytes(little(Long.BYTES).putLong(value).array());
    }

    void fixed32(int field, int value) {
      tag(field, FIXED_32);
      out.writeBytes(little(Integer.BYTES).putInt(value).array());
    }

    void bytes(int field, byte[] value) {
      tag(field, LENGTH_DELIMITED);
      varint(value.length);
      out.writeBytes(value);
    }

    private void tag(int field, int type) {
      varint((field << 3) | type);
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        out.write((int) ((rest & 0x7f) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
