package gloss.recipe;

import gloss.score.catalog.TextMetrics;
import gloss.text.Nearest;
import gloss.yaml.Check;
import gloss.yaml.Textual;

/**
 * A metric of {@code gloss score} and how much it counts, written as {@code bleu} or {@code 0.5
 * rougeL}.
 *
 * @param weight greater than 0
 * @param metric its name
 */
@Textual("a metric such as 'bleu', or a weight and a metric such as '0.5 rougeL'")
public record RewardTerm(double weight, String metric) {
  /** Reads the forms above. */
  public static RewardTerm parse(String text) {
    String[] parts = text.strip().split("\\s+", -1);
    if (parts.length > 2) {
      throw new IllegalArgumentException("not a metric: " + text);
    }
    double weight = parts.length == 1 ? 1 : Double.parseDouble(parts[0]);
    return new RewardTerm(weight, parts[parts.length - 1]);
  }

  /** Fails, as a {@link Check} does, for a weight or a name that cannot be. */
  void check(String key) {
    Check.positive(key, weight);
    Check.that(
        TextMetrics.index().containsKey(metric),
        key,
        "no metric of texts is called '"
            + metric
            + "'"
            + Nearest.hint(metric, TextMetrics.index().keySet()));
  }

  @Override
  public String toString() {
    return weight == 1 ? metric : weight + " " + metric;
  }
}
