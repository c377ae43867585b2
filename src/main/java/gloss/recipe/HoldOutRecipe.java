package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/**
 * Which rows of the training table are set aside, at random and the same share of each class. With
 * folds, the rows of one of them are the split {@code held-out}, and validation takes its share of
 * the others.
 */
public record HoldOutRecipe(
    @Doc("share that validates, where there is no split for it") @Default("0.1") double valid,
    @Doc("share that is the split 'test', where there is none") @Default("0.0") double test,
    @Doc("fixes which rows") @Default("1") long seed,
    @Doc("parts of equal size for cross-validation; 0: none") @Default("0") int folds,
    @Doc("the part that is held out, from 1") @Default("1") int fold) {
  /** Fails for values out of range. */
  public HoldOutRecipe {
    Check.share("valid", valid);
    Check.share("test", test);
    Check.that(valid > 0, "valid", "must be greater than 0, is " + valid);
    Check.that(valid + test < 1, "test", "leaves nothing to train on");
    Check.that(folds == 0 || folds >= 2, "folds", "must be at least 2, is " + folds);
    Check.that(
        fold >= 1 && fold <= Math.max(1, folds),
        "fold",
        "must be from 1 to " + Math.max(1, folds) + ", is " + fold);
  }
}
