package gloss.corpus.image;

import gloss.corpus.IdxHeader;
import gloss.corpus.archive.Archive;
import gloss.corpus.archive.BadContent;
import gloss.text.InputException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files that a path stands for: itself, those of a folder, or those of an archive. */
final class PictureSource {
  private static final int TAR_MARK = 257;

  private PictureSource() {}

  /** Takes a file; {@code name} is its path in the folder or archive, with slashes. */
  @FunctionalInterface
  interface Taker {
    void take(String name, byte[] content) throws IOException;
  }

  /** Gives all files but hidden ones: those of a folder in the order of their names. */
  static void visit(Path path, Taker taker) throws IOException {
    if (Files.isDirectory(path)) {
      for (Path file : files(path)) {
        String name = path.relativize(file).toString().replace('\\', '/');
        if (isVisible(name)) {
          taker.take(name, Files.readAllBytes(file));
        }
      }
    } else if (!Files.exists(path)) {
      throw InputException.in(path, "no such file or folder");
    } else if (isArchive(path)) {
      visitArchive(path, taker);
    } else {
      taker.take(String.valueOf(path.getFileName()), Files.readAllBytes(path));
    }
  }

  private static void visitArchive(Path path, Taker taker) throws IOException {
    try {
      Archive.visit(
          path,
          (name, content) -> {
            String plain = name.startsWith("./") ? name.substring(2) : name;
            if (isVisible(plain)) {
              taker.take(plain, content.readAllBytes());
            }
          });
    } catch (BadContent e) {
      throw new InputException(path + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean isVisible(String name) {
    return Arrays.stream(name.split("/"))
        .noneMatch(part -> part.startsWith(".") || part.equals("__MACOSX"));
  }

  /** Whether a file is an IDX file, compressed or not. */
  static boolean isIdx(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (DataInputStream in = IdxHeader.open(file)) {
      byte[] start = in.readNBytes(4);
      return start.length == 4 && start[0] == 0 && start[1] == 0 && start[2] == 8 && start[3] > 0;
    } catch (IOException e) {
      // Whatever it is, it is not that.
      return false;
    }
  }

  private static boolean isArchive(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] start = in.readNBytes(TAR_MARK + 5);
      String mark = start.length > TAR_MARK ? text(start, TAR_MARK) : "";
      String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      return text(start, 0).startsWith("PK")
          || (start.length > 1 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b)
          || mark.startsWith("ustar")
          || name.matches(".*\\.(zip|tar|tgz|tar\\.gz)");
    }
  }

  private static String text(byte[] bytes, int from) {
    return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
  }
}
