package gloss.batch;

import gloss.text.AtomicFile;
import gloss.text.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Pairs of sequences on the disk, so that there may be more of them than memory. They lie in blocks
 * of 64 KiB (of memory; half of it or less on the disk), which can be read in any order.
 *
 * <pre>
 * 8 bytes          GLOSSPR1
 * blocks           see PairBlock
 * index            the identity (modified UTF-8); kept, empty and too long pairs (8 bytes each) and
 *                  the longest length (4); the number of blocks (4); for each block its bytes, its
 *                  pairs and its CRC-32C (4 each)
 * end              where the index begins (8), its CRC-32C (4), GLOSSPR1
 * </pre>
 *
 * <p>All numbers are big-endian. A file is written aside and renamed, so it is there whole or not
 * at all; each block is checked whenever it is read.
 */
public final class PairFile implements Closeable {
  private final Path path;
  private final FileChannel channel;
  private final PairIndex index;

  private PairFile(Path path, FileChannel channel, PairIndex index) {
    this.path = path;
    this.channel = channel;
    this.index = index;
  }

  /** Where pairs come from. */
  @FunctionalInterface
  public interface Content {
    /** Gives all pairs to {@code sink}, in the order of their lines. */
    void writeTo(Sink sink) throws IOException;
  }

  /** Where pairs go. */
  @FunctionalInterface
  public interface Sink {
    /** Takes in pairs; those that training cannot use are counted and left out. */
    void add(SequencePairs pairs) throws IOException;
  }

  /**
   * Writes a file, in place of one that is there.
   *
   * @param maxLength longest side of a pair that is kept
   * @param identity tells whether a file that is found holds what would be written
   * @throws InputException if no pair is kept
   */
  public static PairFile write(Path path, int maxLength, String identity, Content content)
      throws IOException {
    AtomicFile.write(
        path,
        out -> {
          PairFileWriter writer = new PairFileWriter(out, maxLength);
          content.writeTo(writer::add);
          writer.end(identity);
        });
    return open(path, identity)
        .orElseThrow(() -> new IOException(path + ": cannot be read back as it was written"));
  }

  /** Opens a file; empty if there is none, or it is damaged or of another identity. */
  public static Optional<PairFile> open(Path path, String identity) throws IOException {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    Optional<PairFile> file =
        PairIndex.read(channel)
            .filter(index -> index.identity().equals(identity))
            .map(index -> new PairFile(path, channel, index));
    if (file.isEmpty()) {
      channel.close();
    }
    return file;
  }

  /** What the file holds and what was left out. */
  public Filtered filtered() {
    return index.filtered();
  }

  /** Number of blocks, at least 1. */
  int blocks() {
    return index.blocks();
  }

  /** The pairs of some blocks; a damaged block is an {@link InputException}. */
  SequencePairs read(int[] blocks) throws IOException {
    int pairs = 0;
    for (int block : blocks) {
      pairs += index.pairs(block);
    }
    int[][] sources = new int[pairs][];
    int[][] targets = new int[pairs][];
    int[] lines = new int[pairs];
    int start = 0;
    for (int block : blocks) {
      PairBlock.read(bytes(block), start, index.pairs(block), sources, targets, lines);
      start += index.pairs(block);
    }
    return new SequencePairs(sources, targets, lines);
  }

  private byte[] bytes(int block) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(index.bytes(block));
    long offset = index.offset(block);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, offset + bytes.position()) < 0) {
        throw damaged();
      }
    }
    if (crc(bytes.array()) != index.crc(block)) {
      throw damaged();
    }
    return bytes.array();
  }

  private InputException damaged() {
    return InputException.in(
        path, "is damaged; delete it and go on with --resume, which makes it again");
  }

  static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /** Closes the file and deletes it. */
  public void delete() throws IOException {
    close();
    Files.deleteIfExists(path);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
