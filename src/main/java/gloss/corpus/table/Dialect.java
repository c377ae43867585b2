package gloss.corpus.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a table is written.
 *
 * @param separator between cells
 * @param header whether the first row has the names of the columns
 */
record Dialect(char separator, boolean header) {
  private static final int ROWS = 50;

  /**
   * Finds out what a form leaves open. The separator is the one by which the most of the first rows
   * have as many cells as the first one, if these are more than one; of several, the one that gives
   * more cells.
   *
   * @param start the beginning of the table; its last line may be cut off
   */
  static Dialect of(TableForm form, String start) {
    int end = Math.max(start.lastIndexOf('\n'), start.lastIndexOf('\r'));
    String whole = end < 0 ? start : start.substring(0, end + 1);
    char separator =
        form.separator() == Separator.AUTO ? separator(whole) : form.separator().character();
    boolean header =
        form.header() == Header.AUTO
            ? isHeader(rows(whole, separator), form)
            : form.header() == Header.PRESENT;
    return new Dialect(separator, header);
  }

  private static char separator(String start) {
    char best = Separator.AUTO.character();
    long most = 0;
    for (Separator candidate : Separator.values()) {
      long value = value(rows(start, candidate.character()));
      if (candidate != Separator.AUTO && value > most) {
        most = value;
        best = candidate.character();
      }
    }
    return best;
  }

  private static long value(List<List<String>> rows) {
    if (rows.isEmpty() || rows.get(0).size() < 2) {
      return 0;
    }
    int cells = rows.get(0).size();
    long alike = rows.stream().filter(row -> row.size() == cells).count();
    return alike * Integer.MAX_VALUE / rows.size() + cells;
  }

  private static boolean isHeader(List<List<String>> rows, TableForm form) {
    if (rows.isEmpty()) {
      return true;
    }
    List<String> first = rows.get(0);
    return new HashSet<>(first).size() == first.size()
        && first.stream().noneMatch(c -> c.isEmpty() || !Double.isNaN(form.number(c)));
  }

  private static List<List<String>> rows(String start, char separator) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
            CsvReader.builder().fieldSeparator(separator).ofCsvRecord(new StringReader(start));
        Stream<CsvRecord> records = reader.stream()) {
      records
          .limit(ROWS)
          .forEach(r -> rows.add(r.getFields().stream().map(String::strip).toList()));
    } catch (IOException | CsvParseException e) {
      return rows;
    }
    return rows;
  }
}
