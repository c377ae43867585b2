package gloss.corpus.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import gloss.text.InputException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table: rows of cells between commas, semicolons or tabs, quoted as in RFC 4180, in UTF-8,
 * plain or gzip-compressed. Empty lines do not count. A row with more or fewer cells than the first
 * is an {@link InputException} with its line, and so is whatever else is wrong.
 */
public final class TableReader implements Closeable {
  private static final int LOOKED_AT = 1 << 16;
  private static final int GZIP = 0x1f8b;

  private final String source;
  private final boolean header;
  private final List<String> columns;
  private final CloseableIterator<CsvRecord> records;
  private @Nullable TableRow first;

  private TableReader(String source, Reader reader, TableForm form) throws IOException {
    this.source = source;
    BufferedReader buffered = new BufferedReader(reader, LOOKED_AT);
    Dialect dialect = Dialect.of(form, start(buffered));
    header = dialect.header();
    records =
        CsvReader.builder().fieldSeparator(dialect.separator()).ofCsvRecord(buffered).iterator();
    TableRow row = read();
    if (row == null) {
      throw new InputException(source + ": is empty");
    }
    columns = header ? row.cells() : numbers(row.cells().size());
    first = header ? null : row;
    checkNames(row);
  }

  /** Opens a file. */
  public static TableReader open(Path file, TableForm form) throws IOException {
    if (Files.isDirectory(file)) {
      throw InputException.in(file, "is a folder, not a table");
    }
    InputStream stream = Files.newInputStream(file);
    try {
      return of(stream, file.toString(), form);
    } catch (IOException | RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  /**
   * Reads a stream, which is closed with the reader.
   *
   * @param source what it is called in messages
   */
  public static TableReader of(InputStream stream, String source, TableForm form)
      throws IOException {
    InputStream bytes = new BufferedInputStream(stream);
    try {
      return new TableReader(
          source,
          new InputStreamReader(
              isGzip(bytes) ? new GZIPInputStream(bytes) : bytes,
              StandardCharsets.UTF_8
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT)),
          form);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CharacterCodingException e) {
      throw new InputException(source + ": is not UTF-8", e);
    }
  }

  private static boolean isGzip(InputStream stream) throws IOException {
    stream.mark(2);
    int magic = stream.read() << Byte.SIZE | stream.read();
    stream.reset();
    return magic == GZIP;
  }

  private static String start(BufferedReader reader) throws IOException {
    reader.mark(LOOKED_AT);
    char[] start = new char[LOOKED_AT - 1];
    int length = 0;
    int read = reader.read(start, 0, start.length);
    while (read > 0) {
      length += read;
      read = reader.read(start, length, start.length - length);
    }
    reader.reset();
    if (length > 0 && start[0] == '\ufeff') {
      reader.skip(1);
      return new String(start, 1, length - 1);
    }
    return new String(start, 0, length);
  }

  private static List<String> numbers(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
  }

  private void checkNames(TableRow row) {
    Set<String> seen = new HashSet<>();
    for (String name : columns) {
      if (name.isEmpty()) {
        throw row.mistake("a column has no name; without a header, set header: absent");
      }
      if (!seen.add(name)) {
        throw row.mistake("two columns are called '" + name + "'");
      }
    }
  }

  /** The names of the columns. */
  public List<String> columns() {
    return columns;
  }

  /** Whether the names stand in the file. */
  public boolean header() {
    return header;
  }

  /** The next row, or null after the last. */
  public @Nullable TableRow next() throws IOException {
    TableRow row = first;
    first = null;
    if (row == null) {
      row = read();
    }
    if (row != null && row.cells().size() != columns.size()) {
      int cells = row.cells().size();
      throw row.mistake(
          "has %d cell%s, but the first row has %d; is a quote or a separator missing?"
              .formatted(cells, cells == 1 ? "" : "s", columns.size()));
    }
    return row;
  }

  private @Nullable TableRow read() throws IOException {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord record = records.next();
      List<String> cells = new ArrayList<>();
      record.getFields().forEach(cell -> cells.add(cell.strip()));
      return new TableRow(source, record.getStartingLineNumber(), cells);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new InputException(source + ": is not UTF-8", e);
      }
      throw e.getCause();
    } catch (CsvParseException | NoSuchElementException e) {
      throw new InputException(source + ": cannot be read as a table: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
