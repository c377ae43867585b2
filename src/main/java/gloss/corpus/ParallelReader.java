package gloss.corpus;

import gloss.text.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads source and target line by line, so that a text of any size takes no more memory than a
 * line.
 *
 * <p>Files are UTF-8, plain or gzip-compressed. A line ends at LF or CR LF; a byte order mark at
 * the start of a file is dropped; everything else stays, so that line n is line n in every other
 * tool.
 */
public final class ParallelReader implements Closeable {
  private final ParallelFiles files;
  private final LinesOfSide sources;
  private final LinesOfSide targets;

  ParallelReader(ParallelFiles files) {
    this.files = files;
    sources = new LinesOfSide(files.source());
    targets = new LinesOfSide(files.target());
  }

  /**
   * The next pair, or null at the end.
   *
   * @throws InputException if one side ends before the other, if there is no line at all, or if
   *     there are more than 2³¹ − 1
   */
  public @Nullable LinePair next() throws IOException {
    String source = sources.next();
    String target = targets.next();
    if (source == null || target == null) {
      checkEnd();
      return null;
    }
    if (sources.count() > Integer.MAX_VALUE) {
      throw new InputException(
          names(files.source()) + ": has more than " + Integer.MAX_VALUE + " lines");
    }
    return new LinePair((int) sources.count(), source, target);
  }

  private void checkEnd() throws IOException {
    if (sources.countAll() != targets.countAll()) {
      throw new InputException(
          "source and target must have the same number of lines: "
              + (names(files.source()) + " has " + sources.count() + ", ")
              + (names(files.target()) + " has " + targets.count()));
    }
    if (sources.count() == 0) {
      throw new InputException(names(files.source()) + ": has no lines");
    }
  }

  private static String names(List<Path> files) {
    return files.stream().map(Path::toString).collect(Collectors.joining(" + "));
  }

  @Override
  public void close() throws IOException {
    try (sources;
        targets) {
      // Closes both, whatever the first one says.
    }
  }
}
