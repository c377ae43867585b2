package gloss.corpus.image;

import gloss.corpus.archive.Tars;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Makes pictures and files of them for tests. */
public final class Images {
  private Images() {}

  /** A picture of one colour, {@code 0xrrggbb}. */
  public static BufferedImage plain(int width, int height, int rgb) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, rgb);
      }
    }
    return image;
  }

  /** The bytes of a file; {@code format} is png, jpg, gif or bmp. */
  public static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("cannot write " + format);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  /** A PNG file of one colour. */
  public static byte[] png(int width, int height, int rgb) {
    return file(plain(width, height, rgb), "png");
  }

  /** An IDX file of bytes. */
  public static byte[] idx(byte[] elements, int... shape) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0x800 + shape.length);
      for (int size : shape) {
        out.writeInt(size);
      }
      out.write(elements);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  /** Writes a file and the folders that it lies in. */
  public static Path write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  /** Writes files into a folder. */
  public static Path folder(Path folder, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      write(folder.resolve(file.getKey()), file.getValue());
    }
    return folder;
  }

  /** A zip archive of files. */
  public static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }

  /** A tar archive of files. */
  public static byte[] tar(Map<String, byte[]> files) {
    Tars tar = new Tars();
    files.forEach((name, content) -> tar.member('0', name, content));
    return tar.bytes();
  }
}
