package gloss.score.classification;

import gloss.score.Metric;
import gloss.score.Signature;
import gloss.text.InputException;

/**
 * The mean of −ln p, p being the probability that was given to the right class; lower is better.
 * Probabilities are first kept within ε and 1 − ε, ε = 2^−52, so that a certain error costs about
 * 36 and not infinitely much. Statistics, {@code (2)}: −ln p, 1. The breakdown is a {@link
 * MeanBreakdown}.
 */
public final class LogLoss implements Metric<ClassScores> {
  private static final double EPSILON = 0x1p-52;
  private static final double TOLERANCE = 1e-4;

  @Override
  public String name() {
    return "log loss";
  }

  @Override
  public Signature signature() {
    return Signature.empty().with("log", "log", "e");
  }

  @Override
  public int size() {
    return 2;
  }

  /**
   * The loss of an example.
   *
   * @throws InputException if its scores are no probabilities: outside of 0 to 1, or not adding up
   *     to 1 within 0.0001
   */
  @Override
  public double[] statistics(ClassScores example) {
    double given = 0;
    double kept = 0;
    for (double probability : example.scores()) {
      if (probability < 0 || probability > 1) {
        throw new InputException("log loss needs probabilities, but found " + probability);
      }
      given += probability;
      kept += within(probability);
    }
    if (Math.abs(given - 1) > TOLERANCE) {
      throw new InputException("log loss needs probabilities that add up to 1, not to " + given);
    }
    return new double[] {-Math.log(within(example.scores()[example.truth()]) / kept), 1};
  }

  private static double within(double probability) {
    return Math.min(Math.max(probability, EPSILON), 1 - EPSILON);
  }

  @Override
  public MeanBreakdown breakdown(double[] sums) {
    return MeanBreakdown.of(sums[0], sums[1]);
  }

  @Override
  public boolean higherIsBetter() {
    return false;
  }

  @Override
  public String toString() {
    return describe();
  }
}
