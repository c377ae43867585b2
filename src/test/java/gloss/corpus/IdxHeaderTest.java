package gloss.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxHeaderTest {
  private static final byte[] IMAGES = {0, 0, 8, 3, 0, 0, 1, 2, 0, 0, 0, 28, 0, 0, 0, 27, 5};

  @TempDir Path folder;

  private IdxHeader read(byte... bytes) throws IOException {
    return IdxHeader.read(Files.write(folder.resolve("f"), bytes));
  }

  @Test
  void holdsTheShapeWhetherCompressedOrNot() throws IOException {
    assertThat(read(IMAGES).shape()).containsExactly(258, 28, 27);
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(IMAGES);
    }
    assertThat(read(gzip.toByteArray()).count()).isEqualTo(258);
  }

  @Test
  void whatIsNoneIsRefused() {
    byte[][] bad = {
      {},
      {0, 0, 8},
      {0, 0, 8, 1, 0},
      {0, 0, 13, 1, 0, 0, 0, 1},
      {0, 0, 8, 0},
      {1, 0, 8, 1},
      {0, 0, 8, 1, -1, 0, 0, 0},
      "text, no images".getBytes(StandardCharsets.UTF_8)
    };
    for (byte[] bytes : bad) {
      assertThatThrownBy(() -> read(bytes))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(folder.resolve("f") + ": is ");
    }
    assertThatThrownBy(() -> IdxHeader.read(folder.resolve("none")))
        .isInstanceOf(InputException.class)
        .hasMessage(folder.resolve("none") + ": no such file");
  }
}
