package gloss.corpus.table;

import gloss.text.InputException;
import java.util.List;

/**
 * A row of a table.
 *
 * @param source name of its file
 * @param line where it begins, from 1
 * @param cells without quotes and white space around them
 */
public record TableRow(String source, long line, List<String> cells) {
  /** Copies the list. */
  public TableRow {
    cells = List.copyOf(cells);
  }

  /** A mistake in this row. */
  public InputException mistake(String message) {
    return new InputException(source + ":" + line + ": " + message);
  }
}
