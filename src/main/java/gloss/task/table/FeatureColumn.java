package gloss.task.table;

import gloss.corpus.table.ColumnStatistics;
import gloss.corpus.table.TableForm;
import gloss.corpus.table.TableRow;
import java.util.List;

/**
 * A column that is looked at, and what the training rows say of it.
 *
 * <p>A number x becomes (x − mean) / deviation. A text becomes a place for each of its values, with
 * 1 in that of the value that is there: none for a value that training did not have. Where training
 * had rows without a value, there is one place more, which is 1 where there is none.
 *
 * @param number whether it has numbers
 * @param mean of the numbers
 * @param deviation their standard deviation; 1 where they are all the same
 * @param values of a column of text
 * @param missing whether training had rows without a value
 */
record FeatureColumn(
    String name,
    boolean number,
    double mean,
    double deviation,
    List<String> values,
    boolean missing) {
  /** Of a column that is nearly all numbers, a text is a mistake and no category. */
  private static final double NEARLY_ALL = 0.9;

  FeatureColumn {
    values = List.copyOf(values);
  }

  /**
   * What statistics say of a column.
   *
   * @param text whether its numbers are names
   * @param most values that are told apart
   */
  static FeatureColumn of(ColumnStatistics column, boolean text, int most) {
    boolean missing = column.missing() > 0;
    if (column.isNumeric() && !text) {
      double deviation = column.deviation();
      return new FeatureColumn(
          column.name(), true, column.mean(), deviation > 0 ? deviation : 1, List.of(), missing);
    }
    TableRow stray = column.firstText();
    if (!text && stray != null && column.numbers() > NEARLY_ALL * column.rows()) {
      throw stray.mistake(
          "'%s' is no number, as nearly all of the column '%s' are; add it to data.form.missing, or the column to data.text"
              .formatted(stray.cells().get(column.index()), column.name()));
    }
    return new FeatureColumn(column.name(), false, 0, 1, column.frequent(most, 2), missing);
  }

  /** How many numbers it becomes. */
  int width() {
    return (number ? 1 : values.size()) + (missing ? 1 : 0);
  }

  /** Writes a cell's numbers, where there are zeros. */
  void encode(TableRow row, String cell, TableForm form, float[] out, int at) {
    if (form.isMissing(cell)) {
      if (missing) {
        out[at + width() - 1] = 1;
      }
    } else if (number) {
      double value = form.number(cell);
      if (Double.isNaN(value)) {
        throw row.mistake("'" + cell + "' is no number (column '" + name + "')");
      }
      out[at] = (float) ((value - mean) / deviation);
    } else if (values.contains(cell)) {
      out[at + values.indexOf(cell)] = 1;
    }
  }
}
