package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** Which checkpoints stay on the disk. */
public record KeepRecipe(
    @Doc("newest checkpoints of validations") @Default("1") int last,
    @Doc("best checkpoints beside these, such as to be averaged") @Default("0") int best,
    @Doc("how often one is written, beside those at validations") @Default("10 minutes")
        Extent every) {
  /** Fails for values out of range. */
  public KeepRecipe {
    Check.atLeast("last", last, 1);
    Check.atLeast("best", best, 0);
    every.checkPositive("every");
  }

  /** These, and those that averages will be made of. */
  public KeepRecipe with(AverageRecipe average) {
    return new KeepRecipe(Math.max(last, average.last()), Math.max(best, average.best()), every);
  }
}
