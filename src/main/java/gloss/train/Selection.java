package gloss.train;

import gloss.text.Nearest;
import java.util.Comparator;
import java.util.List;

/**
 * Which of two validations is better, by one figure: {@code loss} and {@code perplexity} are better
 * when smaller, a task's metrics when greater.
 */
final class Selection {
  private static final List<String> SMALLER_IS_BETTER =
      List.of("loss", "perplexity", "ter", "mse", "rmse", "mae");

  private final String metric;

  Selection(String metric) {
    this.metric = metric;
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
    return SMALLER_IS_BETTER.contains(metric)
        ? Comparator.naturalOrder()
        : Comparator.reverseOrder();
  }

  boolean isBetter(double value, Progress.Best best) {
    if (best.step() == 0) {
      return !Double.isNaN(value);
    }
    return SMALLER_IS_BETTER.contains(metric) ? value < best.value() : value > best.value();
  }
}
