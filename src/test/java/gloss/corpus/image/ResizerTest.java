package gloss.corpus.image;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResizerTest {
  private static final int[] VALUES = {
    0, 10, 20, 30, 40, 50, 60, 70, 5, 80, 20, 255, 0, 0, 9, 100, 1, 2, 3, 4, 5, 6, 7, 8, 200, 190,
    180, 170, 160, 150, 140, 130
  };

  private static Picture picture() {
    byte[] pixels = new byte[VALUES.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) VALUES[i];
    }
    return new Picture(4, 8, 1, pixels);
  }

  private static int[] resized(Picture picture, int height, int width, Fit fit) {
    byte[] pixels = new Resizer(height, width, fit, Backdrop.WHITE).resize(picture).pixels();
    int[] values = new int[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = pixels[i] & 0xff;
    }
    return values;
  }

  /** Expected: PyTorch's interpolate(mode='bilinear', antialias=True), rounded. */
  @Test
  void theNumbersAreThoseOfOthers() {
    assertThat(resized(picture(), 3, 5, Fit.STRETCH))
        .containsExactly(14, 37, 60, 36, 65, 19, 41, 61, 4, 35, 138, 127, 117, 106, 96);
    assertThat(resized(picture(), 6, 11, Fit.STRETCH))
        .startsWith(
            0, 6, 13, 20, 28, 35, 42, 50, 57, 64, 70, 3, 28, 37, 26, 115, 81, 21, 25, 31, 55, 85);
  }

  @Test
  void croppingTakesTheMiddle() {
    assertThat(resized(picture(), 4, 4, Fit.CROP)).startsWith(20, 30, 40, 50, 20, 255, 0, 0);
  }

  @Test
  void paddingKeepsAll() {
    assertThat(resized(picture(), 8, 8, Fit.PAD))
        .startsWith(255, 255)
        .contains(0, 10, 20)
        .endsWith(255, 255);
  }

  @Property(tries = 60)
  void onePlainColourStaysThatColour(
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int newHeight,
      @ForAll @IntRange(min = 1, max = 40) int newWidth,
      @ForAll @IntRange(min = 0, max = 255) int value) {
    byte[] pixels = new byte[height * width * 3];
    java.util.Arrays.fill(pixels, (byte) value);
    Picture plain = new Picture(height, width, 3, pixels);
    for (Fit fit : new Fit[] {Fit.CROP, Fit.STRETCH}) {
      Picture resized = new Resizer(newHeight, newWidth, fit, Backdrop.BLACK).resize(plain);
      assertThat(resized.height()).isEqualTo(newHeight);
      assertThat(resized.width()).isEqualTo(newWidth);
      assertThat(resized.pixels()).hasSize(newHeight * newWidth * 3).containsOnly(value);
    }
  }
}
