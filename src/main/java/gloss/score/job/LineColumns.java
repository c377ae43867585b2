package gloss.score.job;

import gloss.text.LineReader;
import gloss.text.WhiteSpace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of one file, each parted into as many columns as it must have. */
final class LineColumns implements Closeable {
  private final Path name;
  private final LineReader reader;
  private final int columns;
  private @Nullable List<String> first;
  private long lines;

  private LineColumns(Path name, LineReader reader, int columns, @Nullable List<String> first) {
    this.name = name;
    this.reader = reader;
    this.columns = columns;
    this.first = first;
  }

  /** Lines with a known number of columns; the last one may contain TABs. */
  static LineColumns of(Path name, LineReader reader, int columns) {
    return new LineColumns(name, reader, columns, null);
  }

  /** Lines with as many columns as the first one has. */
  static LineColumns asFirstLine(Path name, LineReader reader) throws IOException {
    String line = reader.next();
    List<String> first =
        line == null
            ? List.of("")
            : Columns.split(WhiteSpace.stripTrailing(line), Integer.MAX_VALUE);
    return new LineColumns(name, reader, first.size(), line == null ? null : first);
  }

  int columns() {
    return columns;
  }

  String name() {
    return name.toString();
  }

  /** How many lines were returned. */
  long lines() {
    return lines;
  }

  /** The columns of the next line, or null at the end. */
  @Nullable List<String> next() throws IOException {
    List<String> fields = first;
    first = null;
    if (fields == null) {
      String line = reader.next();
      if (line == null) {
        return null;
      }
      fields = Columns.of(line, columns, name, reader.lineNumber());
    }
    lines++;
    return fields;
  }

  /** Reads to the end, so that {@link #lines} counts all. */
  void skip() throws IOException {
    while (reader.next() != null) {
      lines++;
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
