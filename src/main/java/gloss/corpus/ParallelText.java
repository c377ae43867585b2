package gloss.corpus;

import gloss.text.InputException;
import gloss.text.LineEnds;
import gloss.text.LineReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Source and target lines, one beside the other.
 *
 * <p>Files are UTF-8, plain or gzip-compressed. A line ends at LF or CR LF; a byte order mark at
 * the start of a file is dropped; everything else stays, so that line n is line n in every other
 * tool.
 *
 * @param sources one line each
 * @param targets as many lines
 */
public record ParallelText(List<String> sources, List<String> targets) {
  /** Copies both lists; different lengths are an {@link IllegalArgumentException}. */
  public ParallelText {
    sources = List.copyOf(sources);
    targets = List.copyOf(targets);
    if (sources.size() != targets.size()) {
      throw new IllegalArgumentException(
          sources.size() + " source lines, " + targets.size() + " target lines");
    }
  }

  /**
   * Reads both sides whole. No line at all, or not as many on both sides, is an {@link
   * InputException}.
   */
  public static ParallelText read(ParallelFiles files) throws IOException {
    List<String> sources = lines(files.source());
    List<String> targets = lines(files.target());
    if (sources.size() != targets.size()) {
      throw new InputException(
          "source and target must have the same number of lines: "
              + (names(files.source()) + " has " + sources.size() + ", ")
              + (names(files.target()) + " has " + targets.size()));
    }
    if (sources.isEmpty()) {
      throw new InputException(names(files.source()) + ": has no lines");
    }
    return new ParallelText(sources, targets);
  }

  /** Number of pairs. */
  public int size() {
    return sources.size();
  }

  private static List<String> lines(List<Path> files) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files) {
      try (LineReader reader = LineReader.open(file)) {
        for (String line = reader.next(); line != null; line = reader.next()) {
          lines.add(LineEnds.trim(line, reader.lineNumber() == 1));
        }
      }
    }
    return lines;
  }

  private static String names(List<Path> files) {
    return files.stream().map(Path::toString).collect(Collectors.joining(" + "));
  }
}
