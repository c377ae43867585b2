package gloss.task.table;

import gloss.corpus.table.TableRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model says of a row.
 *
 * @param columns names of the row's cells
 * @param classes that the model knows; none where it predicts numbers
 * @param values the probability of each class, or the number alone; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of rows pass through; none is compared.
public record TablePrediction(
    List<String> columns, TableRow row, List<String> classes, double[] values) {
  /** The number that is predicted, or the probability of the class that is. */
  public double number() {
    return values[best()];
  }

  /** The most probable class; of a number, its text. */
  public String label() {
    return classes.isEmpty() ? String.valueOf((float) values[0]) : classes.get(best());
  }

  /** The probability of each class. */
  public Map<String, Double> probabilities() {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    for (int i = 0; i < classes.size(); i++) {
      probabilities.put(classes.get(i), values[i]);
    }
    return probabilities;
  }

  private int best() {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
