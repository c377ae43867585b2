package gloss.cli;

import gloss.corpus.IdxHeader;
import gloss.text.InputException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Draws grey images with letters. */
final class Pictures {
  /**
   * From dark to bright; a letter is about twice as high as wide, so that every other row is drawn.
   */
  private static final String SHADES = " .:-=+*#%@";

  private Pictures() {}

  /** The first images of an IDX file, each under its class. */
  static List<String> first(Path images, Path labels, List<String> classes, int count)
      throws IOException {
    List<String> lines = new ArrayList<>();
    try (DataInputStream pixels = IdxHeader.open(images);
        DataInputStream classOf = IdxHeader.open(labels)) {
      IdxHeader shape = IdxHeader.read(images, pixels);
      int drawn = Math.min(count, IdxHeader.read(labels, classOf).count());
      if (shape.shape().size() != 3) {
        throw InputException.in(images, "holds no grey images: its shape is " + shape.shape());
      }
      for (int i = 0; i < drawn; i++) {
        int label = classOf.readUnsignedByte();
        lines.add("");
        lines.add("  " + (label < classes.size() ? classes.get(label) : "class " + label));
        draw(pixels, shape.shape().get(1), shape.shape().get(2), lines);
      }
    } catch (EOFException e) {
      throw new InputException(images + " or " + labels + ": ends too early", e);
    }
    return lines;
  }

  private static void draw(DataInputStream pixels, int height, int width, List<String> lines)
      throws IOException {
    for (int y = 0; y < height; y++) {
      StringBuilder row = new StringBuilder("  ");
      for (int x = 0; x < width; x++) {
        row.append(SHADES.charAt(pixels.readUnsignedByte() * SHADES.length() / 256));
      }
      if (y % 2 == 1) {
        lines.add(row.toString().stripTrailing());
      }
    }
  }
}
