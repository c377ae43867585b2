package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/**
 * Which averages of weights are made, since these are mostly better than the last weights. The
 * model gets whatever validates best.
 */
public record AverageRecipe(
    @Doc(
            "decay of a moving average of the weights, such as 0.999, which validations then"
                + " measure; 0: none")
        @Default("0.0")
        double ema,
    @Doc("when training is over, the mean of so many best checkpoints is tried; 0: not")
        @Default("0")
        int best,
    @Doc("when training is over, the mean of so many newest checkpoints is tried; 0: not")
        @Default("0")
        int last) {
  /** Fails for values out of range. */
  public AverageRecipe {
    Check.share("ema", ema);
    checkCount("best", best);
    checkCount("last", last);
  }

  private static void checkCount(String key, int count) {
    Check.that(count == 0 || count >= 2, key, "must be 0, or at least 2, is " + count);
  }

  /** How many validations there are when training is over: of the last weights and of means. */
  public int validationsAtTheEnd() {
    return 1 + (best > 0 ? 1 : 0) + (last > 0 ? 1 : 0);
  }
}
