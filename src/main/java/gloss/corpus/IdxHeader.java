package gloss.corpus;

import gloss.text.InputException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The beginning of an IDX file of bytes: two zero bytes, the type 8, the number of dimensions, then
 * each dimension as a big-endian int; the elements follow, the last dimension fastest.
 *
 * @param shape the dimensions
 * @see <a href="https://yann.lecun.com/exdb/mnist/">The MNIST database</a>
 */
public record IdxHeader(List<Integer> shape) {
  private static final int UNSIGNED_BYTES = 8;

  /** Copies the shape. */
  public IdxHeader {
    shape = List.copyOf(shape);
  }

  /** Number of examples: the first dimension. */
  public int count() {
    return shape.get(0);
  }

  /** Reads the beginning of a file; one that is no IDX file of bytes is an InputException. */
  public static IdxHeader read(Path file) throws IOException {
    try (DataInputStream in = open(file)) {
      return read(file, in);
    }
  }

  /** Reads the beginning of an opened file, and leaves the stream at the first element. */
  public static IdxHeader read(Path file, DataInputStream in) throws IOException {
    try {
      int dimensions = in.readInt() - (UNSIGNED_BYTES << 8);
      if (dimensions < 1 || dimensions > 255) {
        throw InputException.in(file, "is not an IDX file of bytes");
      }
      List<Integer> shape = new ArrayList<>();
      for (int i = 0; i < dimensions; i++) {
        int size = in.readInt();
        if (size < 0) {
          throw InputException.in(file, "is a damaged IDX file: a dimension is " + size);
        }
        shape.add(size);
      }
      return new IdxHeader(shape);
    } catch (EOFException | ZipException e) {
      throw new InputException(file + ": is not an IDX file, or ends too early", e);
    }
  }

  /** Opens an IDX file, compressed or not; a missing one is an InputException. */
  public static DataInputStream open(Path file) throws IOException {
    InputStream in;
    try {
      in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": no such file", e);
    }
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return new DataInputStream(gzip ? new GZIPInputStream(in, 1 << 16) : in);
  }
}
