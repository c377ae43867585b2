package gloss.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {
  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file.txt"), bytes);
  }

  private Path file(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void onlyLineFeedEndsALine() throws IOException {
    assertThat(LineReader.readAll(file("a\r\nb\u2028c\u0085d\fe\u0000\n\nlast")))
        .containsExactly("a\r", "b\u2028c\u0085d\fe\u0000", "", "last");
  }

  @Test
  void emptyFileHasNoLines() throws IOException {
    assertThat(LineReader.readAll(file(""))).isEmpty();
    assertThat(LineReader.readAll(file("\n"))).containsExactly("");
  }

  @Test
  void gzipIsToldByItsBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("où\nça\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(LineReader.readAll(file(bytes.toByteArray()))).containsExactly("où", "ça");
  }

  @Test
  void linesLongerThanTheBufferAreWhole() throws IOException {
    String line = "é".repeat(200_000);
    assertThat(LineReader.readAll(file(line + "\n" + line))).containsExactly(line, line);
  }

  @Test
  void badBytesAreNamedByFileLineAndOffset() throws IOException {
    Path path = file(new byte[] {'o', 'k', '\n', 'x', (byte) 0xff, '\n'});
    assertThatThrownBy(() -> LineReader.readAll(path))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("file.txt:2: not UTF-8 at byte 4");
  }

  @Test
  void aDamagedGzipFileIsNamed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
    }
    for (int length : new int[] {2, 9, 15, bytes.size() - 1}) {
      Path path = folder.resolve("cut.gz");
      Files.write(path, Arrays.copyOf(bytes.toByteArray(), length));
      assertThatThrownBy(() -> LineReader.readAll(path))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(path + ": damaged gzip file: ");
    }
  }

  @Test
  void missingFilesAndFoldersAreTheUsersMistake() {
    assertThatThrownBy(() -> LineReader.readAll(folder.resolve("none")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> LineReader.readAll(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is a folder");
  }

  @Property(tries = 200)
  void linesComeBackAsWritten(@ForAll List<String> lines) throws IOException {
    List<String> clean =
        lines.stream()
            .map(line -> line.replace("\n", ""))
            .map(line -> new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
            .toList();
    Path path = Files.createTempFile("lines", ".txt");
    try {
      Files.writeString(path, String.join("", clean.stream().map(l -> l + "\n").toList()));
      assertThat(LineReader.readAll(path)).isEqualTo(clean);
    } finally {
      Files.delete(path);
    }
  }

  @Test
  void isReadyAsLongAsThereIsMore() throws IOException {
    try (LineReader reader = LineReader.open(file("a\nb\n"))) {
      assertThat(reader.isReady()).isTrue();
      reader.next();
      assertThat(reader.isReady()).isTrue();
      reader.next();
      assertThat(reader.isReady()).isFalse();
    }
  }

  @Test
  void aPipeIsReadLikeAFile() throws Exception {
    Path pipe = folder.resolve("pipe");
    boolean made;
    try {
      made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      made = false;
    }
    assumeTrue(made, "skipped: no pipes can be made here");
    Thread writer =
        new Thread(
            () -> {
              try {
                Files.writeString(pipe, "one\ntwo\n");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    writer.start();
    try (LineReader reader = LineReader.open(pipe)) {
      assertThat(reader.next()).isEqualTo("one");
      assertThat(reader.isReady()).isTrue();
      assertThat(reader.next()).isEqualTo("two");
      writer.join();
      reader.isReady();
      assertThat(reader.next()).isNull();
    }
  }
}
