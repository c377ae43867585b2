package gloss.corpus.image;

import java.util.Arrays;

/**
 * A picture in memory.
 *
 * @param pixels row by row, the channels of a pixel side by side, 0 to 255 each
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of bytes; none is compared.
record Picture(int height, int width, int channels, byte[] pixels) {
  /** The same picture in another colour. */
  Picture in(Colour colour) {
    if (colour.channels() == channels) {
      return this;
    }
    return new Picture(
        height, width, colour.channels(), colour == Colour.RGB ? thrice(pixels) : luma(pixels));
  }

  /** A picture whose channels are all the same is grey. */
  Picture simplest() {
    for (int i = 0; channels == 3 && i < pixels.length; i += 3) {
      if (pixels[i] != pixels[i + 1] || pixels[i] != pixels[i + 2]) {
        return this;
      }
    }
    return in(Colour.GREY);
  }

  static byte[] thrice(byte[] grey) {
    byte[] rgb = new byte[3 * grey.length];
    for (int i = 0; i < grey.length; i++) {
      Arrays.fill(rgb, 3 * i, 3 * i + 3, grey[i]);
    }
    return rgb;
  }

  /** The weights add up to 2¹⁶, so that grey stays what it is. */
  private static byte[] luma(byte[] rgb) {
    byte[] grey = new byte[rgb.length / 3];
    for (int i = 0; i < grey.length; i++) {
      int red = rgb[3 * i] & 0xff;
      int green = rgb[3 * i + 1] & 0xff;
      int blue = rgb[3 * i + 2] & 0xff;
      grey[i] = (byte) ((19_595 * red + 38_470 * green + 7_471 * blue + (1 << 15)) >> 16);
    }
    return grey;
  }
}
