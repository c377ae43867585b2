package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rows of the training table, or training pictures, are set aside, at random and the same
 * share of each class. With folds, those of one of them are the split {@code held-out}, and
 * validation takes its share of the others.
 */
public record HoldOutRecipe(
    @Doc("share that validates, where there is no split for it") @Default("0.1") double valid,
    @Doc("share that is the split 'test', where there is none") @Default("0.0") double test,
    @Doc("fixes which ones") @Default("1") long seed,
    @Doc("parts of equal size for cross-validation; 0: none") @Default("0") int folds,
    @Doc("the part that is held out, from 1") @Default("1") int fold) {
  /** Name of the split that is learned from. */
  public static final String TRAIN = "train";

  /** Name of the split that validation uses. */
  public static final String VALID = "valid";

  /** Name of the test split where it is made of the training data. */
  public static final String TEST = "test";

  /** Name of what is in a fold of cross-validation. */
  public static final String HELD_OUT = "held-out";

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

  /**
   * The names of all splits.
   *
   * @param files names of those that have files of their own
   */
  List<String> splits(Collection<String> files) {
    Set<String> splits = new LinkedHashSet<>(files);
    splits.add(VALID);
    if (test > 0) {
      splits.add(TEST);
    }
    if (folds > 0) {
      splits.add(HELD_OUT);
    }
    return List.copyOf(splits);
  }
}
