package gloss.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process sees; two processes are in the tests of the command line. */
class FolderLockTest {
  @TempDir private Path folder;

  @Test
  void aFolderIsLockedOnceAndAgainAfterwards() throws IOException {
    Path model = folder.resolve("deep/model");
    for (int i = 0; i < 2; i++) {
      FolderLock lock = FolderLock.of(model);
      Path link = folder.resolve("link" + i);
      Files.createSymbolicLink(link, model);
      assertThatThrownBy(() -> FolderLock.of(link))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(link + ": another training writes here (process ")
          .hasMessageContaining("--out");
      FolderLock.of(folder).close();
      lock.close();
    }
    assertThat(Files.readString(model.resolve(".lock")))
        .isEqualTo(ProcessHandle.current().pid() + "\n");
  }

  @Test
  void whereNoFolderCanBeNothingIsHeld() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> FolderLock.of(file)).isInstanceOf(IOException.class);
    Files.delete(file);
    Files.createDirectories(file.resolve(".lock"));
    assertThatThrownBy(() -> FolderLock.of(file)).isInstanceOf(IOException.class);
    Files.delete(file.resolve(".lock"));
    FolderLock.of(file).close();
  }

  @Test
  void whatCameToNothingLeavesNothing() throws IOException {
    Path model = folder.resolve("model");
    FolderLock.of(model).undo();
    assertThat(model).doesNotExist();
    Files.createDirectory(model);
    FolderLock.of(model).undo();
    assertThat(model).exists();
    Path other = folder.resolve("other");
    FolderLock lock = FolderLock.of(other);
    Path notes = Files.writeString(other.resolve("notes"), "mine");
    lock.undo();
    assertThat(notes).exists();
    FolderLock.of(other).close();
  }
}
