package gloss.corpus;

import gloss.text.LineEnds;
import gloss.text.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of the files of one side, one file after the other. */
final class LinesOfSide implements Closeable {
  private final Iterator<Path> files;
  private @Nullable Path file;
  private @Nullable LineReader reader;
  private long count;

  LinesOfSide(List<Path> files) {
    this.files = files.iterator();
  }

  /** The next line without what other systems leave at its ends, or null after the last file. */
  @Nullable String next() throws IOException {
    while (reader != null || files.hasNext()) {
      if (reader == null) {
        file = files.next();
        reader = LineReader.open(file);
      }
      String line = reader.next();
      if (line != null) {
        count++;
        return LineEnds.trim(line, reader.lineNumber() == 1);
      }
      close();
    }
    return null;
  }

  /** File and line of the newest line, for messages. */
  String place() {
    return file + ":" + (reader == null ? 0 : reader.lineNumber());
  }

  /** Lines read so far. */
  long count() {
    return count;
  }

  /** Reads to the end and tells how many lines there are in all. */
  long countAll() throws IOException {
    while (next() != null) {
      // Only counted.
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
