package gloss.decode;

import gloss.recipe.DecodingRecipe;
import java.util.List;

/**
 * What finished hypotheses are ranked by: {@code log p / penalty(length) + b · Σ log(min(attention
 * to a source token, 1))} (Wu et al. 2016, equation 14).
 *
 * @param lengthPenalty how lengths compare
 * @param coverage b; 0 where attention does not count
 */
record Ranking(LengthPenalty lengthPenalty, double coverage) {
  /** Attention is never nothing; of nothing there is no logarithm. */
  private static final double LEAST = 1e-10;

  static Ranking of(DecodingRecipe recipe) {
    return new Ranking(LengthPenalty.of(recipe.length().penalty()), recipe.repetition().coverage());
  }

  /**
   * The score of a finished hypothesis.
   *
   * @param length with the end mark, if it has one
   * @param attention of each token
   */
  double score(double logProbability, int length, List<float[]> attention) {
    double score = logProbability / lengthPenalty.of(Math.max(1, length));
    return coverage == 0 || attention.isEmpty() ? score : score + coverage * covered(attention);
  }

  /**
   * What an unfinished hypothesis could reach at best if all that follows were certain.
   *
   * @param longest that it can grow, end mark included
   */
  double bound(double logProbability, int longest) {
    return logProbability / lengthPenalty.of(Math.max(1, longest));
  }

  private static double covered(List<float[]> attention) {
    double[] sums = new double[attention.get(0).length];
    for (float[] ofToken : attention) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += ofToken[i];
      }
    }
    double covered = 0;
    for (double sum : sums) {
      covered += Math.log(Math.min(1, Math.max(LEAST, sum)));
    }
    return covered;
  }
}
