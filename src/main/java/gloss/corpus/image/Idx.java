package gloss.corpus.image;

import gloss.corpus.IdxHeader;
import gloss.text.InputException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

/** Reads IDX files of pictures, of shape (count, height, width) or with channels, and of labels. */
final class Idx {
  private Idx() {}

  /** Takes a picture; {@code index} counts from 0. */
  @FunctionalInterface
  interface Taker {
    void take(int index, Picture picture);
  }

  /** Gives the pictures of a file, one by one, and how many there were. */
  static int images(Path file, Taker taker) throws IOException {
    try (DataInputStream in = IdxHeader.open(file)) {
      IdxHeader header = IdxHeader.read(file, in);
      List<Integer> shape = header.shape();
      int channels = shape.size() == 4 ? shape.get(3) : 1;
      if ((shape.size() != 3 && shape.size() != 4) || (channels != 1 && channels != 3)) {
        throw InputException.in(
            file,
            "holds no pictures: its shape is "
                + shape
                + ", not (count, height, width), or that with 1 or 3 channels");
      }
      int height = shape.get(1);
      int width = shape.get(2);
      if (header.count() == 0 || height == 0 || width == 0) {
        throw InputException.in(file, "has no pictures: its shape is " + shape);
      }
      int length = Math.multiplyExact(Math.multiplyExact(height, width), channels);
      for (int i = 0; i < header.count(); i++) {
        taker.take(i, new Picture(height, width, channels, next(file, in, length, i, header)));
      }
      checkEnd(file, in);
      return header.count();
    }
  }

  /** The labels of a file. */
  static int[] labels(Path file) throws IOException {
    try (DataInputStream in = IdxHeader.open(file)) {
      IdxHeader header = IdxHeader.read(file, in);
      if (header.shape().size() != 1) {
        throw InputException.in(
            file, "holds no labels: its shape is " + header.shape() + ", not (count)");
      }
      byte[] bytes = next(file, in, header.count(), 0, header);
      checkEnd(file, in);
      int[] labels = new int[bytes.length];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = bytes[i] & 0xff;
      }
      return labels;
    }
  }

  private static byte[] next(
      Path file, DataInputStream in, int length, int before, IdxHeader header) throws IOException {
    try {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length == length) {
        return bytes;
      }
    } catch (EOFException | ZipException e) {
      throw new InputException(file + ": is damaged: it ends too early, or is no gzip file", e);
    }
    throw InputException.in(
        file,
        "ends too early: its shape is %s, but it ends after %d".formatted(header.shape(), before));
  }

  private static void checkEnd(Path file, DataInputStream in) throws IOException {
    try {
      if (in.read() >= 0) {
        throw InputException.in(file, "goes on after the last of its elements");
      }
    } catch (EOFException | ZipException e) {
      throw new InputException(file + ": is damaged: it ends too early, or is no gzip file", e);
    }
  }
}
