package gloss.report;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.explain.Content;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures that stand in a page are those that were looked at. */
class ThumbnailTest {
  private static BufferedImage read(Content.Picture picture) throws IOException {
    String address = Thumbnail.address(picture);
    String start = "data:image/png;base64,";
    assertThat(address).startsWith(start);
    return ImageIO.read(
        new ByteArrayInputStream(Base64.getDecoder().decode(address.substring(start.length()))));
  }

  @Test
  void greyStaysGrey() throws IOException {
    BufferedImage image =
        read(new Content.Picture(2, 3, 1, new byte[] {0, 50, 100, (byte) 150, (byte) 200, -1}));
    assertThat(image.getWidth()).isEqualTo(3);
    assertThat(image.getHeight()).isEqualTo(2);
    assertThat(image.getRaster().getSample(2, 0, 0)).isEqualTo(100);
    assertThat(image.getRaster().getSample(0, 1, 0)).isEqualTo(150);
    assertThat(image.getRaster().getSample(2, 1, 0)).isEqualTo(255);
  }

  @Test
  void coloursStayWhatTheyAre() throws IOException {
    BufferedImage image =
        read(new Content.Picture(1, 2, 3, new byte[] {-1, 0, 0, 10, 20, (byte) 130}));
    assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(0xff0000);
    assertThat(image.getRGB(1, 0) & 0xffffff).isEqualTo(0x0a1482);
  }

  @Test
  void largePicturesAreMadeSmaller() throws IOException {
    BufferedImage image = read(new Content.Picture(100, 400, 3, new byte[100 * 400 * 3]));
    assertThat(image.getWidth()).isEqualTo(128);
    assertThat(image.getHeight()).isEqualTo(32);
  }
}
