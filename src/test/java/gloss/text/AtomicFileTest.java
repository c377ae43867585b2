package gloss.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void replacesTheFileAndMakesItsFolder() throws IOException {
    Path target = folder.resolve("a/b/file.txt");
    AtomicFile.writeString(target, "old");
    AtomicFile.writeString(target, "new é");
    assertThat(target).hasContent("new é");
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
    Path target = folder.resolve("file.txt");
    AtomicFile.writeString(target, "whole");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    target,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }))
        .hasMessage("No space left on device");
    assertThat(target).hasContent("whole");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void aFolderThatIsGoneIsNotMadeAgain() throws IOException {
    Path there = Files.createDirectory(folder.resolve("there"));
    AtomicFile.writeInto(there, "file", out -> out.write('x'));
    assertThat(there.resolve("file")).hasContent("x");
    Path gone = folder.resolve("gone");
    assertThatThrownBy(() -> AtomicFile.writeInto(gone, "file", out -> out.write('x')))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(gone + ": the folder is gone");
    assertThat(gone).doesNotExist();
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> AtomicFile.writeInto(file, "file", out -> out.write('x')))
        .hasMessage(file + ": the folder is gone");
    assertThat(file).hasContent("x");
  }

  @Test
  void aFailureLeavesNoNewFolder() throws IOException {
    Path there = Files.createDirectory(folder.resolve("there"));
    for (Path target : new Path[] {folder.resolve("a/b/file"), there.resolve("c/file")}) {
      assertThatThrownBy(
              () ->
                  AtomicFile.write(
                      target,
                      out -> {
                        throw new InputException("nothing to write");
                      }))
          .hasMessage("nothing to write");
    }
    assertThat(folder.resolve("a")).doesNotExist();
    assertThat(there).isEmptyDirectory();
  }

  @Test
  void aFolderIsNotReplaced() throws IOException {
    Path target = Files.createDirectory(folder.resolve("target"));
    assertThatThrownBy(() -> AtomicFile.writeString(target, "text"))
        .isInstanceOf(InputException.class)
        .hasMessage(target + ": is a folder, not a file");
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void aLinkStaysAndWhatItPointsToIsReplaced() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
    AtomicFile.writeString(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(target).isRegularFile().hasContent("new");
  }

  @Test
  void aLinkToAFolderIsAFolder() throws IOException {
    Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
    AtomicFile.writeString(link.resolve("file"), "text");
    assertThat(folder.resolve("real/file")).hasContent("text");
  }

  @Test
  void aDeviceIsWrittenToAndStays() throws IOException {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device), "skipped: no /dev/null here");
    // Through a link: a file that took its place would take the link's.
    Path link = Files.createSymbolicLink(folder.resolve("link"), device);
    AtomicFile.writeString(link, "text");
    assertThat(link).isSymbolicLink();
    assertThat(Files.isRegularFile(link)).isFalse();
  }
}
