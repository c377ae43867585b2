package gloss.score.regression;

import gloss.text.InputException;

/**
 * A number with the number that was predicted for it.
 *
 * @param truth the right number
 * @param predicted the predicted number
 */
public record Estimate(double truth, double predicted) {
  /** Checks that both are finite. */
  public Estimate {
    if (!Double.isFinite(truth) || !Double.isFinite(predicted)) {
      throw new InputException(
          "numbers to compare must be finite, but are " + truth + " and " + predicted);
    }
  }

  /** Truth less prediction. */
  public double error() {
    return truth - predicted;
  }
}
