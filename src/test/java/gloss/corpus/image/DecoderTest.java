package gloss.corpus.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecoderTest {
  private static final int WHITE = 0xffffff;

  private static Picture decode(byte[] file) throws DamagedImage {
    return new Decoder(Backdrop.WHITE).decode(file);
  }

  /** Values 0, 1, …, 255 in a row of grey. */
  private static BufferedImage ramp(int type) {
    BufferedImage image = new BufferedImage(256, 1, type);
    for (int x = 0; x < 256; x++) {
      int most = image.getColorModel().getComponentSize(0) == 16 ? 65_535 : 255;
      image.getRaster().setSample(x, 0, 0, x * most / 255);
    }
    return image;
  }

  @Test
  void greyStaysWhatItIsInTheFile() throws DamagedImage {
    byte[] expected = new byte[256];
    for (int x = 0; x < 256; x++) {
      expected[x] = (byte) x;
    }
    Picture eight = decode(Images.file(ramp(BufferedImage.TYPE_BYTE_GRAY), "png"));
    assertThat(eight.channels()).isEqualTo(1);
    assertThat(eight.pixels()).isEqualTo(expected);
    Picture sixteen = decode(Images.file(ramp(BufferedImage.TYPE_USHORT_GRAY), "png"));
    assertThat(sixteen.pixels()).isEqualTo(expected);
  }

  @Test
  void colourIsReadFromEveryFormat() throws DamagedImage {
    for (String format : new String[] {"png", "bmp", "gif"}) {
      Picture picture = decode(Images.file(Images.plain(3, 2, 0x3366cc), format));
      assertThat(picture.height()).isEqualTo(2);
      assertThat(picture.width()).isEqualTo(3);
      assertThat(Arrays.copyOf(picture.pixels(), 3))
          .as(format)
          .containsExactly(0x33, 0x66, (byte) 0xcc);
    }
    byte[] jpeg = decode(Images.file(Images.plain(16, 16, 0x3366cc), "jpg")).pixels();
    assertThat(jpeg[0] & 0xff).isBetween(0x30, 0x36);
    assertThat(jpeg[2] & 0xff).isBetween(0xc9, 0xcf);
  }

  @Test
  void aPictureOfOneBitIsBlackAndWhite() throws DamagedImage {
    BufferedImage image = new BufferedImage(9, 1, BufferedImage.TYPE_BYTE_BINARY);
    image.setRGB(8, 0, WHITE);
    Picture picture = decode(Images.file(image, "png"));
    assertThat(picture.channels()).isEqualTo(1);
    assertThat(picture.pixels()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, (byte) 255);
  }

  @Test
  void aPaletteIsLookedUp() throws DamagedImage {
    byte[] reds = {10, 20, (byte) 200};
    byte[] greens = {1, 2, 3};
    byte[] blues = {0, 0, 0};
    BufferedImage image =
        new BufferedImage(
            2, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 3, reds, greens, blues));
    image.getRaster().setSample(0, 0, 0, 2);
    image.getRaster().setSample(1, 0, 0, 1);
    assertThat(decode(Images.file(image, "png")).pixels())
        .containsExactly((byte) 200, 3, 0, 20, 2, 0);
  }

  @Test
  void whatIsTransparentShowsTheBackdrop() throws DamagedImage {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00ff0000);
    image.setRGB(1, 0, 0xffff0000);
    image.setRGB(2, 0, 0x80ff0000);
    byte[] file = Images.file(image, "png");
    assertThat(decode(file).pixels()).containsExactly(-1, -1, -1, -1, 0, 0, -1, 127, 127);
    assertThat(new Decoder(Backdrop.BLACK).decode(file).pixels())
        .containsExactly(0, 0, 0, -1, 0, 0, (byte) 128, 0, 0);
  }

  @Test
  void colourWithoutColourIsGrey() throws DamagedImage {
    assertThat(decode(Images.png(2, 1, 0x808080)).pixels()).containsExactly(-128, -128);
  }

  @Test
  void lumaIsThatOfTheStandard() {
    Picture rgb = new Picture(1, 3, 3, new byte[] {-1, 0, 0, 0, -1, 0, 0, 0, -1});
    assertThat(rgb.in(Colour.GREY).pixels()).containsExactly(76, (byte) 150, 29);
    assertThat(rgb.in(Colour.GREY).in(Colour.RGB).pixels()).startsWith(76, 76, 76);
  }

  private static byte[] noise(String format) {
    Random random = new Random(3);
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 1200; i++) {
      image.setRGB(i % 40, i / 40, random.nextInt());
    }
    return Images.file(image, format);
  }

  @Test
  void halfAPictureIsNone() {
    for (String format : new String[] {"png", "jpg", "gif", "bmp"}) {
      byte[] file = noise(format);
      for (int tenths = 0; tenths < 10; tenths++) {
        byte[] cut = Arrays.copyOf(file, file.length * tenths / 10);
        assertThatThrownBy(() -> decode(cut))
            .as(format + ", " + tenths + " tenths of it")
            .isInstanceOf(DamagedImage.class);
      }
    }
  }

  @Test
  void aPngWithAByteThatHasChangedIsDamaged() {
    byte[] file = noise("png");
    file[file.length / 2] ^= 1;
    assertThatThrownBy(() -> decode(file))
        .isInstanceOf(DamagedImage.class)
        .hasMessage("is damaged: a checksum in it is wrong");
  }

  @Test
  void whatIsNoPictureIsSaidToBeNone() {
    assertThatThrownBy(() -> decode(new byte[0])).hasMessage("is empty");
    assertThatThrownBy(() -> decode("<html>".repeat(50).getBytes()))
        .isInstanceOf(DamagedImage.class)
        .hasMessageContaining("is no picture");
    byte[] random = new byte[4000];
    new Random(1).nextBytes(random);
    assertThatThrownBy(() -> decode(random)).isInstanceOf(DamagedImage.class);
  }
}
