package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** Which checkpoints stay on the disk. */
public record KeepRecipe(
    @Doc("newest checkpoints, from which training can go on") @Default("1") int last,
    @Doc("how often one is written, beside those at validations") @Default("10 minutes")
        Extent every) {
  /** Fails for values out of range. */
  public KeepRecipe {
    Check.atLeast("last", last, 1);
    every.checkPositive("every");
  }
}
