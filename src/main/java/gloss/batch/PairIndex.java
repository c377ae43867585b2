package gloss.batch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What stands at the end of a {@link PairFile}, where its format is described. */
final class PairIndex {
  private static final byte[] MAGIC = "GLOSSPR1".getBytes(StandardCharsets.US_ASCII);
  private static final int END = Long.BYTES + Integer.BYTES + MAGIC.length;

  private final String identity;
  private final Filtered filtered;
  private final long[] offsets;
  private final int[] pairs;
  private final int[] crcs;

  private PairIndex(String identity, Filtered filtered, int blocks) {
    this.identity = identity;
    this.filtered = filtered;
    offsets = new long[blocks + 1];
    pairs = new int[blocks];
    crcs = new int[blocks];
  }

  /** What a file begins and ends with. */
  static byte[] magic() {
    return MAGIC.clone();
  }

  String identity() {
    return identity;
  }

  Filtered filtered() {
    return filtered;
  }

  int blocks() {
    return pairs.length;
  }

  long offset(int block) {
    return offsets[block];
  }

  int bytes(int block) {
    return Math.toIntExact(offsets[block + 1] - offsets[block]);
  }

  int pairs(int block) {
    return pairs[block];
  }

  int crc(int block) {
    return crcs[block];
  }

  /** Reads the index of a file; empty if it is damaged or the file is something else. */
  static Optional<PairIndex> read(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < MAGIC.length + END) {
      return Optional.empty();
    }
    ByteBuffer end = read(channel, size - END, END);
    long start = end.getLong();
    int crc = end.getInt();
    if (end.compareTo(ByteBuffer.wrap(MAGIC)) != 0
        || start < MAGIC.length
        || start > size - END
        || size - END - start > Integer.MAX_VALUE - 8) {
      return Optional.empty();
    }
    byte[] index = read(channel, start, (int) (size - END - start)).array();
    return PairFile.crc(index) == crc ? Optional.of(parse(index)) : Optional.empty();
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes, from + bytes.position());
    }
    return bytes.rewind();
  }

  private static PairIndex parse(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    String identity = in.readUTF();
    long kept = in.readLong();
    long empty = in.readLong();
    long tooLong = in.readLong();
    Filtered filtered = new Filtered(kept, in.readInt(), empty, tooLong);
    PairIndex index = new PairIndex(identity, filtered, in.readInt());
    index.offsets[0] = MAGIC.length;
    for (int block = 0; block < index.blocks(); block++) {
      index.offsets[block + 1] = index.offsets[block] + in.readInt();
      index.pairs[block] = in.readInt();
      index.crcs[block] = in.readInt();
    }
    return index;
  }

  /** Gathers an index while blocks are written. */
  static final class Builder {
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private int blocks;
    private long offset = MAGIC.length;

    void add(byte[] block, int pairs) throws IOException {
      DataOutputStream out = new DataOutputStream(entries);
      out.writeInt(block.length);
      out.writeInt(pairs);
      out.writeInt(PairFile.crc(block));
      blocks++;
      offset += block.length;
    }

    /** The index and the end of the file. */
    byte[] toBytes(String identity, Filtered filtered) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeUTF(identity);
      out.writeLong(filtered.kept());
      out.writeLong(filtered.empty());
      out.writeLong(filtered.tooLong());
      out.writeInt(filtered.maxLength());
      out.writeInt(blocks);
      entries.writeTo(out);
      int crc = PairFile.crc(bytes.toByteArray());
      out.writeLong(offset);
      out.writeInt(crc);
      out.write(MAGIC);
      return bytes.toByteArray();
    }
  }
}
