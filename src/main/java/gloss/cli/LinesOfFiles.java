package gloss.cli;

import gloss.text.LineReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The lines of several files, one after the other, never more than one in memory. */
record LinesOfFiles(List<Path> files) implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return new Lines(files.iterator());
  }

  private static final class Lines implements Iterator<String> {
    private final Iterator<Path> files;
    private @Nullable LineReader reader;
    private @Nullable String next;

    Lines(Iterator<Path> files) {
      this.files = files;
      advance();
    }

    private void advance() {
      try {
        next = reader == null ? null : reader.next();
        while (next == null && files.hasNext()) {
          close();
          reader = LineReader.open(files.next());
          next = reader.next();
        }
        if (next == null) {
          close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void close() throws IOException {
      if (reader != null) {
        reader.close();
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public String next() {
      String line = next;
      if (line == null) {
        throw new NoSuchElementException();
      }
      advance();
      return line;
    }
  }
}
