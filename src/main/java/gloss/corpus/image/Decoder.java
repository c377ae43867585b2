package gloss.corpus.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Makes pictures of files: PNG, JPEG, GIF (its first picture), BMP and TIFF. */
final class Decoder {
  private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp", "tiff", "tif");

  /** A file of a few bytes can claim to be a picture of gigabytes. */
  private static final long MOST_PIXELS = 1L << 26;

  private final Backdrop backdrop;
  private final long mostPixels;

  /** A decoder that puts pictures before something. */
  Decoder(Backdrop backdrop) {
    this(backdrop, MOST_PIXELS);
  }

  /** One that refuses pictures of more pixels. */
  Decoder(Backdrop backdrop, long mostPixels) {
    this.backdrop = backdrop;
    this.mostPixels = mostPixels;
  }

  /** The picture of a file, in as few channels as it needs. */
  Picture decode(byte[] file) throws DamagedImage {
    if (file.length == 0) {
      throw new DamagedImage("is empty");
    }
    if (PngChunks.isPng(file)) {
      PngChunks.check(file);
    }
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      BufferedImage image = read(reader(in), in);
      return (isGrey(image.getColorModel()) ? grey(image) : coloured(image)).simplest();
    } catch (DamagedImage e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The readers of the JDK throw many kinds of exceptions at what is damaged.
      throw new DamagedImage("cannot be read: " + reason(e), e);
    }
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static ImageReader reader(ImageInputStream in) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
        return reader;
      }
    }
    throw new DamagedImage("is no picture: not PNG, JPEG, GIF, BMP or TIFF");
  }

  /** The JPEG reader fills what is missing with grey, and only warns of it. */
  private BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException {
    boolean[] cut = {false};
    reader.addIIOReadWarningListener(
        (source, warning) -> cut[0] |= warning.toLowerCase(Locale.ROOT).contains("premature"));
    try {
      reader.setInput(in, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > mostPixels) {
        throw new DamagedImage("is too large: " + pixels + " pixels");
      }
      BufferedImage image = reader.read(0);
      if (cut[0]) {
        throw new DamagedImage("ends too early");
      }
      return image;
    } finally {
      reader.dispose();
    }
  }

  /** Such pictures would be made lighter on their way to red, green and blue. */
  private static boolean isGrey(ColorModel model) {
    return model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
        && !(model instanceof IndexColorModel);
  }

  private Picture grey(BufferedImage image) {
    Raster raster = image.getRaster();
    int width = image.getWidth();
    int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
    byte[] pixels = new byte[width * image.getHeight()];
    int[] row = new int[width];
    int[] opacity = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      boolean alpha = image.getColorModel().hasAlpha();
      if (alpha) {
        raster.getSamples(0, y, width, 1, raster.getNumBands() - 1, opacity);
      }
      for (int x = 0; x < width; x++) {
        int value = to255(row[x], most);
        pixels[y * width + x] =
            (byte) (alpha ? backdrop.behind(value, to255(opacity[x], most)) : value);
      }
    }
    return new Picture(image.getHeight(), width, 1, pixels);
  }

  private static int to255(int sample, int most) {
    return most == 255 ? sample : (int) ((sample * 255L + most / 2) / most);
  }

  private Picture coloured(BufferedImage image) {
    int width = image.getWidth();
    byte[] pixels = new byte[3 * width * image.getHeight()];
    int[] row = new int[width];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int argb : row) {
        int opacity = argb >>> 24;
        pixels[at++] = (byte) backdrop.behind(argb >> 16 & 0xff, opacity);
        pixels[at++] = (byte) backdrop.behind(argb >> 8 & 0xff, opacity);
        pixels[at++] = (byte) backdrop.behind(argb & 0xff, opacity);
      }
    }
    return new Picture(image.getHeight(), width, 3, pixels);
  }
}
