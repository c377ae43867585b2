package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** Which checkpoints stay on the disk. */
public record KeepRecipe(
    @Doc("newest checkpoints, from which training can go on") @Default("1") int last) {
  /** Fails for values out of range. */
  public KeepRecipe {
    Check.atLeast("last", last, 1);
  }
}
