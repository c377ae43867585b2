package gloss.corpus.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads the members of an archive, .zip, .tar or .tar.gz, told by its first bytes. No member is
 * ever written under its own name, so that no archive can write where it should not.
 */
public final class Archive {
  private Archive() {}

  /** Does something with a member. */
  @FunctionalInterface
  public interface Visitor {
    /** Takes a member; {@code content} ends where the member ends. */
    void visit(String name, InputStream content) throws IOException;
  }

  /**
   * Visits, in the order of the archive, the members that a pattern matches. None at all, or a
   * damaged archive, is a {@link BadContent}.
   */
  public static void visit(Path archive, String pattern, Visitor visitor) throws IOException {
    Pattern wanted = pattern(pattern);
    int[] visited = {0};
    visit(
        archive,
        (name, content) -> {
          if (wanted.matcher(name).matches()) {
            visited[0]++;
            visitor.visit(name, content);
          }
        });
    if (visited[0] == 0) {
      throw new BadContent("is an archive without " + pattern);
    }
  }

  /** Visits every member, in the order of the archive; a damaged one is a {@link BadContent}. */
  public static void visit(Path archive, Visitor visitor) throws IOException {
    try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(archive), 1 << 16)) {
      if (startsWith(in, 'P', 'K')) {
        visitZip(in, visitor);
      } else if (startsWith(in, 0x1f, 0x8b)) {
        Tar.visit(new GZIPInputStream(in, 1 << 16), visitor);
      } else {
        Tar.visit(in, visitor);
      }
    } catch (ZipException | EOFException e) {
      throw new BadContent("is no archive, or a damaged one", e);
    }
  }

  /** Copies the one member that a pattern matches. */
  public static void copy(Path archive, String pattern, Path made) throws IOException {
    Files.deleteIfExists(made);
    visit(
        archive,
        pattern,
        (name, content) -> {
          if (Files.exists(made)) {
            throw new BadContent("is an archive with more than one " + pattern);
          }
          Files.copy(content, made, StandardCopyOption.REPLACE_EXISTING);
        });
  }

  /** {@code *} stands for anything but a slash. */
  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    for (String literal : glob.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : "[^/]*").append(Pattern.quote(literal));
    }
    return Pattern.compile(regex.toString());
  }

  private static boolean startsWith(InputStream in, int first, int second) throws IOException {
    in.mark(2);
    boolean starts = in.read() == first && in.read() == second;
    in.reset();
    return starts;
  }

  private static void visitZip(InputStream in, Visitor visitor) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        visitor.visit(entry.getName(), zip);
      }
    }
  }
}
