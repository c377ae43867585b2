package gloss.text;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes a file so that a reader sees the old one or the new one, never half of one: the bytes go
 * to a file beside it, are synced to the disk, and the file is renamed over the old one.
 *
 * <p>A symbolic link stays one: what it points to is replaced. A device or a pipe has nothing to
 * keep and is written to as it is.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Something that writes the bytes of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything to {@code out}, which is buffered and closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Replaces {@code target}; on failure the old file stands and nothing is left beside it, no new
   * folder either. A folder is not replaced: that is an {@link InputException}.
   */
  public static void write(Path target, Content content) throws IOException {
    if (Files.isDirectory(target)) {
      throw InputException.in(target, "is a folder, not a file");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      writeThrough(target, content);
    } else {
      replace(real(target), content);
    }
  }

  /**
   * As {@link #write}, into a folder that must be there: whoever moves it away while somebody
   * writes does not find it made again.
   *
   * @throws FileSystemException that names the folder, if it is not there
   */
  public static void writeInto(Path folder, String name, Content content) throws IOException {
    try {
      Path target = real(folder.resolve(name));
      move(aside(target), target, content);
    } catch (FileSystemException e) {
      if (Files.isDirectory(folder)) {
        throw e;
      }
      FileSystemException gone =
          new FileSystemException(folder.toString(), null, "the folder is gone");
      gone.initCause(e);
      throw gone;
    }
  }

  private static Path real(Path target) throws IOException {
    return Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
  }

  private static void replace(Path target, Content content) throws IOException {
    List<Path> made = makeFolders(target);
    try {
      move(aside(target), target, content);
    } catch (Throwable e) {
      deleteEmpty(made);
      throw e;
    }
  }

  private static Path aside(Path target) {
    return target.resolveSibling("." + target.getFileName() + ".part");
  }

  private static void move(Path aside, Path target, Content content) throws IOException {
    try {
      writeSynced(aside, target, content);
      Files.move(
          aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (Throwable e) {
      Files.deleteIfExists(aside);
      throw e;
    }
  }

  private static void deleteEmpty(List<Path> folders) throws IOException {
    try {
      for (Path folder : folders) {
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException e) {
      // Somebody else has put something there.
    }
  }

  /** Makes the folders above a file that are not there; the lowest comes first. */
  private static List<Path> makeFolders(Path target) throws IOException {
    List<Path> made =
        Stream.iterate(target.getParent(), Objects::nonNull, Path::getParent)
            .takeWhile(folder -> !Files.isDirectory(folder))
            .toList();
    if (!made.isEmpty()) {
      Files.createDirectories(made.get(0));
    }
    return made;
  }

  /** As {@link #write}, for text in UTF-8. */
  public static void writeString(Path target, String text) throws IOException {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void writeSynced(Path aside, Path target, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      writeAll(new Named(target, Channels.newOutputStream(channel)), content);
      try {
        channel.force(true);
      } catch (IOException e) {
        // Some file systems say only now that the disk is full.
        throw NamedFile.named(target, e);
      }
    }
  }

  private static void writeThrough(Path target, Content content) throws IOException {
    try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
      writeAll(new Named(target, out), content);
    }
  }

  private static void writeAll(OutputStream stream, Content content) throws IOException {
    OutputStream out = new BufferedOutputStream(stream, 1 << 16);
    content.writeTo(out);
    out.flush();
  }

  /** A stream whose failures, such as a full disk, tell the file. */
  private static final class Named extends FilterOutputStream {
    private final Path file;

    Named(Path file, OutputStream out) {
      super(out);
      this.file = file;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw NamedFile.named(file, e);
      }
    }
  }
}
