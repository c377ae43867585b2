package gloss.task.advice;

import gloss.corpus.table.ColumnStatistics;
import gloss.corpus.table.TableForm;
import gloss.corpus.table.TableReader;
import gloss.corpus.table.TableRow;
import gloss.text.InputException;
import gloss.text.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is seen in a table.
 *
 * @param columns all of it
 * @param target the one to be predicted
 * @param sample the first rows that have a target
 */
record TableProfile(
    List<ColumnStatistics> columns,
    ColumnStatistics target,
    List<TableRow> sample,
    TableForm form) {
  private static final int SAMPLE = 4000;

  /** More features than this would make the fit slow. */
  private static final int MOST_FEATURES = 60;

  /** Different values of a column of text that are features of the fit. */
  private static final int VALUES = 10;

  /** Looks at the files of a table, which have the same columns. */
  static TableProfile of(List<Path> files, TableForm form, String targetOrEmpty)
      throws IOException {
    List<ColumnStatistics> columns = new ArrayList<>();
    List<TableRow> sample = new ArrayList<>();
    int place = -1;
    for (Path file : files) {
      try (TableReader reader = TableReader.open(file, form)) {
        if (columns.isEmpty()) {
          reader.columns().forEach(n -> columns.add(new ColumnStatistics(n, columns.size(), form)));
          place = place(file, reader.columns(), targetOrEmpty);
        } else if (!reader.columns().equals(names(columns))) {
          throw InputException.in(file, "has other columns than " + files.get(0));
        }
        look(reader, columns, columns.get(place), sample);
      }
    }
    if (sample.isEmpty()) {
      throw InputException.in(
          files.get(0), "has no row with a value of '" + columns.get(place).name() + "'");
    }
    return new TableProfile(columns, columns.get(place), sample, form);
  }

  private static List<String> names(List<ColumnStatistics> columns) {
    return columns.stream().map(ColumnStatistics::name).toList();
  }

  private static int place(Path file, List<String> names, String targetOrEmpty) {
    if (targetOrEmpty.isEmpty()) {
      return names.size() - 1;
    }
    if (!names.contains(targetOrEmpty)) {
      throw InputException.in(
          file, "has no column '" + targetOrEmpty + "'" + Nearest.hint(targetOrEmpty, names));
    }
    return names.indexOf(targetOrEmpty);
  }

  private static void look(
      TableReader reader,
      List<ColumnStatistics> columns,
      ColumnStatistics target,
      List<TableRow> sample)
      throws IOException {
    for (TableRow row = reader.next(); row != null; row = reader.next()) {
      TableRow read = row;
      columns.forEach(column -> column.add(read));
      if (sample.size() < SAMPLE && !target.isMissing(row)) {
        sample.add(row);
      }
    }
  }

  long rows() {
    return target.rows();
  }

  /** A column of text has classes, and so have numbers of which there are only two. */
  boolean isOfClasses() {
    return !target.isNumeric() || target.different() == 2;
  }

  private double[] numbers() {
    return sample.stream()
        .mapToDouble(row -> form.number(row.cells().get(target.index())))
        .toArray();
  }

  /** The share of targets more than three interquartile ranges beyond the quartiles. */
  double outliers() {
    double[] sorted = numbers();
    Arrays.sort(sorted);
    double low = sorted[sorted.length / 4];
    double high = sorted[sorted.length * 3 / 4];
    double reach = 3 * (high - low);
    long beyond = Arrays.stream(sorted).filter(y -> y < low - reach || y > high + reach).count();
    return reach == 0 ? 0 : beyond / (double) sorted.length;
  }

  /** Whether the targets are whole numbers from 0 on, with 0 among them: counts of something. */
  boolean isOfCounts() {
    double[] numbers = numbers();
    return Arrays.stream(numbers).allMatch(y -> y >= 0 && y == Math.rint(y))
        && Arrays.stream(numbers).anyMatch(y -> y == 0);
  }

  /** How much more frequent the most frequent class is than the rarest. */
  double imbalance() {
    long most = target.values().values().stream().mapToLong(n -> n).max().orElse(1);
    long least = target.values().values().stream().mapToLong(n -> n).min().orElse(1);
    return most / (double) least;
  }

  /**
   * R² on held-out rows of a linear function of the features.
   *
   * @param squares whether the squares of the numbers are features, too
   */
  double linear(boolean squares) {
    List<double[]> features = sample.stream().map(row -> features(row, squares)).toList();
    return features.get(0).length == 0 ? 0 : LeastSquares.explained(features, fitted());
  }

  /** Numbers within three interquartile ranges of the quartiles; of classes, which is the first. */
  private double[] fitted() {
    if (isOfClasses()) {
      String first = target.frequent(1, 1).get(0);
      return sample.stream()
          .mapToDouble(row -> row.cells().get(target.index()).equals(first) ? 1 : 0)
          .toArray();
    }
    double[] numbers = numbers();
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double low = sorted[sorted.length / 4];
    double high = sorted[sorted.length * 3 / 4];
    double reach = 3 * (high - low);
    return Arrays.stream(numbers)
        .map(y -> Math.min(Math.max(y, low - reach), high + reach))
        .toArray();
  }

  private double[] features(TableRow row, boolean squares) {
    List<Double> values = new ArrayList<>();
    for (ColumnStatistics column : columns) {
      if (column == target || values.size() > MOST_FEATURES) {
        continue;
      }
      String cell = row.cells().get(column.index());
      if (column.isNumeric()) {
        double deviation = column.deviation() == 0 ? 1 : column.deviation();
        double value = form.isMissing(cell) ? 0 : (form.number(cell) - column.mean()) / deviation;
        values.add(value);
        values.add(squares ? value * value : 0);
      } else {
        column.frequent(VALUES, 2).forEach(name -> values.add(name.equals(cell) ? 1.0 : 0.0));
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
