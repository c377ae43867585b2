package gloss.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumTest {
  /** The examples of FIPS 180-2: of nothing, and of "abc". */
  private static final String NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void isThatOfTheStandard() throws IOException {
    assertThat(Checksum.sha256(Files.writeString(folder.resolve("a"), ""))).isEqualTo(NOTHING);
    assertThat(Checksum.sha256(Files.writeString(folder.resolve("b"), "abc"))).isEqualTo(ABC);
  }

  @Test
  void coversFilesLongerThanTheBuffer() throws IOException {
    byte[] long1 = new byte[200_000];
    byte[] long2 = long1.clone();
    long2[199_999] = 1;
    assertThat(Checksum.sha256(Files.write(folder.resolve("a"), long1)))
        .isNotEqualTo(Checksum.sha256(Files.write(folder.resolve("b"), long2)));
  }

  @Test
  void parallelFilesHaveOneForEachFile() throws IOException {
    Path a = Files.writeString(folder.resolve("a"), "");
    Path b = Files.writeString(folder.resolve("b"), "abc");
    assertThat(ParallelFiles.of(a, b).checksums()).containsEntry(a, NOTHING).containsEntry(b, ABC);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> Checksum.sha256(folder.resolve("none")))
        .isInstanceOf(InputException.class)
        .hasMessage(folder.resolve("none") + ": no such file");
  }
}
