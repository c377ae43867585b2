package gloss.score.significance;

import gloss.score.Score;
import java.util.OptionalDouble;

/**
 * A system's score beside the baseline's.
 *
 * @param score the score; with an interval where the test gives one
 * @param pValue roughly the probability of a difference to the baseline as large as this one if
 *     both were equally good; empty for the baseline itself
 */
public record Comparison(Score score, OptionalDouble pValue) {
  /** Whether the difference is significant at the given level, usually 0.05. */
  public boolean isSignificant(double level) {
    return pValue.isPresent() && pValue.getAsDouble() < level;
  }
}
