package gloss.optim;

import gloss.recipe.Elapsed;

/** A learning rate that changes while training: a pure function of how far training is. */
@FunctionalInterface
public interface Schedule {
  /**
   * What the recipe's learning rate is multiplied with.
   *
   * @param elapsed how much training there has been when the step to be made is done; its seconds
   *     are those before the step
   */
  double factor(Elapsed elapsed);

  /**
   * What validations add: another factor, 1 at the start, after one more of them.
   *
   * @param scale the factor before the validation
   * @param stale how many validations there were since the best, this one included
   */
  default double afterValidation(double scale, int stale) {
    return scale;
  }
}
