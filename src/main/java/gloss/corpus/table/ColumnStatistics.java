package gloss.corpus.table;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is counted of a column while its rows go by. */
public final class ColumnStatistics {
  /** More different values than this are not told apart: they are no categories. */
  private static final int MOST_VALUES = 100_000;

  private final String name;
  private final int index;
  private final TableForm form;
  private final Map<String, Long> values = new LinkedHashMap<>();
  private long rows;
  private long missing;
  private long numbers;
  private double mean;
  private double squares;
  private @Nullable TableRow firstText;

  /** Statistics of a column at an index of the rows, which are written in a form. */
  public ColumnStatistics(String name, int index, TableForm form) {
    this.name = name;
    this.index = index;
    this.form = form;
  }

  /** Takes in a row. */
  public void add(TableRow row) {
    String cell = row.cells().get(index);
    rows++;
    if (form.isMissing(cell)) {
      missing++;
      return;
    }
    if (values.size() < MOST_VALUES || values.containsKey(cell)) {
      values.merge(cell, 1L, Long::sum);
    }
    double number = form.number(cell);
    if (Double.isNaN(number)) {
      firstText = firstText == null ? row : firstText;
      return;
    }
    // Welford (1962): the mean and the sum of squares around it, without loss of digits.
    numbers++;
    double step = number - mean;
    mean += step / numbers;
    squares += step * (number - mean);
  }

  /** Whether a row has no value here. */
  public boolean isMissing(TableRow row) {
    return form.isMissing(row.cells().get(index));
  }

  /** The column's name. */
  public String name() {
    return name;
  }

  /** Where it is in a row. */
  public int index() {
    return index;
  }

  /** How many rows there are. */
  public long rows() {
    return rows;
  }

  /** In how many there is no value. */
  public long missing() {
    return missing;
  }

  /** In how many there is a number. */
  public long numbers() {
    return numbers;
  }

  /** Whether every value is a number, and there is one. */
  public boolean isNumeric() {
    return numbers > 0 && numbers == rows - missing;
  }

  /** The mean of the numbers; 0 if there is none. */
  public double mean() {
    return mean;
  }

  /** Their standard deviation, √(Σ (x − mean)² / n). */
  public double deviation() {
    return numbers == 0 ? 0 : Math.sqrt(squares / numbers);
  }

  /** The first row whose value is no number. */
  public @Nullable TableRow firstText() {
    return firstText;
  }

  /** How many different values there are. */
  public int different() {
    return values.size();
  }

  /** How often each value occurs, in the order of their first appearance. */
  public Map<String, Long> values() {
    return values;
  }

  /** The values that occur at least so often, the most frequent first; equals by name. */
  public List<String> frequent(int most, long least) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue() >= least)
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
