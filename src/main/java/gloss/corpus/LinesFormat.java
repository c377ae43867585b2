package gloss.corpus;

import gloss.yaml.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Plain text: a file, or several, for each language; line n of the one belongs to line n of the
 * others. UTF-8, plain or gzip-compressed.
 */
@Named("lines")
public record LinesFormat() implements Format {
  /** Number of lines of a file, which is read but not kept. */
  static long lines(Path file) throws IOException {
    try (LinesOfSide lines = new LinesOfSide(List.of(file))) {
      return lines.countAll();
    }
  }

  @Override
  public List<String> parts(List<String> languages) {
    return languages;
  }

  @Override
  public long count(String split, Path file) throws IOException {
    return lines(file);
  }
}
