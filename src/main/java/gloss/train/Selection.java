package gloss.train;

import gloss.recipe.Better;
import gloss.recipe.ValidationRecipe;
import gloss.text.Nearest;
import java.util.Comparator;

/** Which of two validations is better, by one figure. */
final class Selection {
  private final String metric;
  private final boolean smaller;

  Selection(String metric) {
    this(metric, Better.AUTO);
  }

  Selection(ValidationRecipe recipe) {
    this(recipe.metric(), recipe.better());
  }

  private Selection(String metric, Better better) {
    this.metric = metric;
    smaller = better.isSmaller(metric);
  }

  double value(Validation validation) {
    if (metric.equals("loss")) {
      return validation.loss();
    }
    if (metric.equals("perplexity")) {
      return validation.perplexity();
    }
    Double value = validation.metrics().get(metric);
    if (value == null) {
      throw new IllegalArgumentException(
          "the task does not measure '"
              + metric
              + "'"
              + Nearest.hint(metric, validation.metrics().keySet()));
    }
    return value;
  }

  /** The order of values from the best to the worst. */
  Comparator<Double> bestFirst() {
    return smaller ? Comparator.naturalOrder() : Comparator.reverseOrder();
  }

  boolean isBetter(double value, Progress.Best best) {
    if (best.step() == 0) {
      return !Double.isNaN(value);
    }
    return smaller ? value < best.value() : value > best.value();
  }
}
