package gloss.score.classification;

import gloss.score.Breakdown;
import gloss.score.Decimals;
import java.util.List;

/**
 * A mean over examples.
 *
 * @param value the mean; NaN if there is no example
 * @param examples how many there are
 */
public record MeanBreakdown(double value, long examples) implements Breakdown {
  static MeanBreakdown of(double sum, double examples) {
    return new MeanBreakdown(sum / examples, (long) examples);
  }

  @Override
  public List<String> explain() {
    return List.of("mean of " + examples + " examples: " + Decimals.shortest(value));
  }
}
