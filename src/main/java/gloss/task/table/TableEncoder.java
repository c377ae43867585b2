package gloss.task.table;

import gloss.corpus.table.TableForm;
import gloss.corpus.table.TableRow;
import gloss.text.InputException;
import gloss.text.Nearest;
import java.util.List;

/** Turns the rows of tables with certain columns into numbers. */
final class TableEncoder {
  private final TableInput input;
  private final TableForm form;
  private final int[] places;
  private final int target;

  /**
   * An encoder for a table.
   *
   * @param columns of the table. They are found by their names, where they have names, and others
   *     may be among them; else there must be as many as in training, or one less, that which is to
   *     be predicted
   * @param source name of the table
   */
  TableEncoder(TableInput input, TableForm form, List<String> columns, String source) {
    this.input = input;
    this.form = form;
    List<String> names = input.header() ? columns : numbered(columns, source);
    places = new int[input.features().size()];
    for (int i = 0; i < places.length; i++) {
      String name = input.features().get(i).name();
      places[i] = names.indexOf(name);
      if (places[i] < 0) {
        throw new InputException(
            source + ": has no column '" + name + "'" + Nearest.hint(name, columns));
      }
    }
    target = names.indexOf(input.target().name());
  }

  private List<String> numbered(List<String> columns, String source) {
    List<String> without =
        input.columns().stream().filter(name -> !name.equals(input.target().name())).toList();
    if (columns.size() == without.size()) {
      return without;
    }
    if (columns.size() == input.columns().size()) {
      return input.columns();
    }
    throw new InputException(
        "%s: has %d columns; the model was trained with %d"
            .formatted(source, columns.size(), input.columns().size()));
  }

  /** What the network sees of a row. */
  float[] features(TableRow row) {
    float[] out = new float[input.width()];
    int at = 0;
    for (int i = 0; i < places.length; i++) {
      FeatureColumn column = input.features().get(i);
      column.encode(row, row.cells().get(places[i]), form, out, at);
      at += column.width();
    }
    return out;
  }

  /** What it is to say; a table without that column is an {@link InputException}. */
  double target(TableRow row) {
    if (target < 0) {
      throw new InputException(
          row.source() + ": has no column '" + input.target().name() + "' to compare with");
    }
    return input.target().value(row, row.cells().get(target), form);
  }
}
