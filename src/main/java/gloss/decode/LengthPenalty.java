package gloss.decode;

import gloss.recipe.LengthPenaltyRecipe;
import gloss.recipe.Makers;

/**
 * Makes log-probabilities of sequences of different lengths comparable: {@code score = log p /
 * penalty(length)}. A penalty never falls while the length grows, and is never below that of length
 * 1.
 */
@FunctionalInterface
public interface LengthPenalty {
  /** What the log-probability of {@code length} tokens, end mark included, is divided by. */
  double of(int length);

  /** {@code length^a}: 0 ranks by the sum of log-probabilities, 1 by their mean. */
  static LengthPenalty power(double a) {
    return a == 1 ? length -> length : length -> Math.pow(length, a);
  }

  /** {@code ((5 + length) / 6)^alpha} (Wu et al. 2016, equation 14). */
  static LengthPenalty gnmt(double alpha) {
    return length -> Math.pow((5 + length) / 6.0, alpha);
  }

  /** The penalty that a recipe names. */
  static LengthPenalty of(LengthPenaltyRecipe recipe) {
    return new Makers<LengthPenaltyRecipe, LengthPenalty>()
        .with(LengthPenaltyRecipe.Average.class, average -> power(average.power()))
        .with(LengthPenaltyRecipe.Gnmt.class, gnmt -> gnmt(gnmt.alpha()))
        .with(LengthPenaltyRecipe.None.class, none -> power(0))
        .make(recipe);
  }
}
