package gloss.score.classification;

import gloss.score.Metric;
import gloss.score.Signature;
import gloss.text.InputException;

/**
 * The share of examples whose class is among the k with the highest scores; of equal scores the
 * class with the higher number comes first, as in scikit-learn. Statistics, {@code (2)}: 1 if it
 * is, 1. The breakdown is a {@link MeanBreakdown}.
 *
 * @param k how many classes are looked at, 1 or more
 */
public record TopK(int k) implements Metric<ClassScores> {
  /** Checks k. */
  public TopK {
    if (k < 1) {
      throw new InputException("top-k accuracy needs a k of 1 or more, not " + k);
    }
  }

  @Override
  public String name() {
    return "top-" + k;
  }

  @Override
  public Signature signature() {
    return Signature.empty().with("k", "k", k);
  }

  @Override
  public int size() {
    return 2;
  }

  @Override
  public double[] statistics(ClassScores example) {
    double[] scores = example.scores();
    double own = scores[example.truth()];
    int before = 0;
    for (int i = 0; i < scores.length; i++) {
      before += scores[i] > own || (scores[i] == own && i > example.truth()) ? 1 : 0;
    }
    return new double[] {before < k ? 1 : 0, 1};
  }

  @Override
  public MeanBreakdown breakdown(double[] sums) {
    return MeanBreakdown.of(sums[0], sums[1]);
  }

  @Override
  public String toString() {
    return describe();
  }
}
