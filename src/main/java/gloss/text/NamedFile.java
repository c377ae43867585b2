package gloss.text;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Writes to files so that a failure, such as a full disk, tells which file it was. */
public final class NamedFile {
  private NamedFile() {}

  /** As {@link Files#write(Path, byte[], OpenOption...)}. */
  public static void write(Path file, byte[] bytes, OpenOption... options) throws IOException {
    try {
      Files.write(file, bytes, options);
    } catch (IOException e) {
      throw named(file, e);
    }
  }

  /** The failure itself where it tells its file, else one that does. */
  static IOException named(Path file, IOException e) {
    if (e instanceof FileSystemException) {
      return e;
    }
    FileSystemException named =
        new FileSystemException(file.toString(), null, String.valueOf(e.getMessage()));
    named.initCause(e);
    return named;
  }
}
