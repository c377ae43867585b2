package gloss.recipe;

import java.util.Set;

/** Which of two values of a metric is better. */
public enum Better {
  /** What is usual for the metric. */
  AUTO,
  /** The greater one, as of an accuracy. */
  GREATER,
  /** The smaller one, as of an error. */
  SMALLER;

  private static final Set<String> SMALLER_IS_USUAL =
      Set.of("loss", "perplexity", "ter", "log-loss", "mse", "rmse", "mae");

  /** Whether a smaller value of the metric is better. */
  public boolean isSmaller(String metric) {
    return this == AUTO ? SMALLER_IS_USUAL.contains(metric) : this == SMALLER;
  }
}
