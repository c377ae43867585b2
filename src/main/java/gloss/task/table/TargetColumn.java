package gloss.task.table;

import gloss.corpus.table.ColumnStatistics;
import gloss.corpus.table.TableForm;
import gloss.corpus.table.TableRow;
import gloss.text.InputException;
import gloss.text.Nearest;
import java.util.List;

/**
 * The column that is predicted.
 *
 * @param classes names of its classes in the order of their names; none where it has numbers
 * @param mean of the numbers, which the network sees as (y − mean) / deviation
 * @param deviation their standard deviation
 */
record TargetColumn(String name, List<String> classes, double mean, double deviation) {
  TargetColumn {
    classes = List.copyOf(classes);
  }

  /** A column of classes; there must be two at least. */
  static TargetColumn ofClasses(ColumnStatistics column, String table) {
    List<String> classes = column.values().keySet().stream().sorted().toList();
    if (classes.size() < 2) {
      throw new InputException(
          "%s: there is nothing to learn: '%s' is always '%s'"
              .formatted(table, column.name(), String.join("", classes)));
    }
    return new TargetColumn(column.name(), classes, 0, 1);
  }

  /**
   * A column of numbers.
   *
   * @param asTheyAre whether the network sees them so
   */
  static TargetColumn ofNumbers(ColumnStatistics column, String table, boolean asTheyAre) {
    if (column.deviation() == 0) {
      throw new InputException(
          "%s: there is nothing to learn: '%s' is the same in all rows"
              .formatted(table, column.name()));
    }
    return asTheyAre
        ? new TargetColumn(column.name(), List.of(), 0, 1)
        : new TargetColumn(column.name(), List.of(), column.mean(), column.deviation());
  }

  boolean ofClasses() {
    return !classes.isEmpty();
  }

  /** Fails for a row without something to predict. */
  static void check(TableRow row, String cell, String name, TableForm form, boolean ofClasses) {
    if (form.isMissing(cell)) {
      throw row.mistake(
          "has no %s (column '%s')%s"
              .formatted(
                  ofClasses ? "label" : "value to learn from",
                  name,
                  cell.isEmpty() ? "" : ": '" + cell + "' means that there is none"));
    }
    if (!ofClasses && Double.isNaN(form.number(cell))) {
      throw row.mistake("'" + cell + "' is no number (column '" + name + "')");
    }
  }

  /** The number of a class, or a number in its own unit. */
  double value(TableRow row, String cell, TableForm form) {
    check(row, cell, name, form, ofClasses());
    if (!ofClasses()) {
      return form.number(cell);
    }
    int index = classes.indexOf(cell);
    if (index < 0) {
      throw row.mistake(
          "the class '%s' is not among those that were trained%s"
              .formatted(cell, Nearest.hint(cell, classes)));
    }
    return index;
  }
}
