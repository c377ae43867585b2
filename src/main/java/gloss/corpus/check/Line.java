package gloss.corpus.check;

import java.nio.file.Path;

/**
 * A line, or a field of a record, and where it stands.
 *
 * @param number the line in the file, from 1
 * @param damaged whether bytes of it are not UTF-8; {@code text} has U+FFFD in their place
 */
public record Line(String text, Path file, long number, boolean damaged) {
  /** {@code file:line}. */
  public String place() {
    return file + ":" + number;
  }
}
