package gloss.task.table;

import gloss.explain.Content;
import gloss.explain.NumberExample;
import gloss.explain.NumberExplanation;
import gloss.model.Evaluation;
import gloss.model.Samples;
import gloss.score.Score;
import gloss.score.catalog.NumberMetrics;
import gloss.score.regression.Estimate;
import gloss.train.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The numbers that a model gives the rows of a split.
 *
 * @param numbers one a row, each alone in its array
 */
record RegressionEvaluation(String split, TableRows rows, List<double[]> numbers)
    implements Evaluation {
  private static final int DECIMALS = 4;

  RegressionEvaluation {
    numbers = List.copyOf(numbers);
  }

  /**
   * The same for people who look for the errors.
   *
   * @param target the name of what is predicted
   * @param contents what each row looks like
   */
  NumberExplanation explanation(String model, String target, List<Content.Row> contents) {
    List<NumberExample> explained = new ArrayList<>();
    for (int i = 0; i < rows.count(); i++) {
      explained.add(
          new NumberExample(
              i + 1, rows.place(i), rows.target(i), numbers.get(i)[0], contents.get(i)));
    }
    return new NumberExplanation(model, split, target, explained);
  }

  @Override
  public List<String> outputs() {
    return numbers.stream().map(number -> String.valueOf((float) number[0])).toList();
  }

  @Override
  public List<Validation.Sample> samples(int most) {
    return Samples.evenly(
        most,
        rows.count(),
        i -> new Validation.Sample(rows.place(i), text(rows.target(i)), text(numbers.get(i)[0])));
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, "%.6g", number);
  }

  @Override
  public List<String> metrics() {
    return NumberMetrics.names();
  }

  @Override
  public int decimals() {
    return DECIMALS;
  }

  @Override
  public Score score(String metric) {
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < rows.count(); i++) {
      estimates.add(new Estimate(rows.target(i), numbers.get(i)[0]));
    }
    return NumberMetrics.score(metric, estimates);
  }
}
