package gloss.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
}
