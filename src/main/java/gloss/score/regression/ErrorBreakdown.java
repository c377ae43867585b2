package gloss.score.regression;

import gloss.score.Breakdown;
import gloss.score.Decimals;
import java.util.List;

/**
 * A number over examples.
 *
 * @param value the number; NaN where too few examples leave it undefined
 * @param examples how many there are
 */
public record ErrorBreakdown(double value, long examples) implements Breakdown {
  @Override
  public List<String> explain() {
    return List.of(Decimals.shortest(value) + " over " + examples + " examples");
  }
}
