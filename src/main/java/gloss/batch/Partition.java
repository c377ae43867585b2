package gloss.batch;

import gloss.recipe.HoldOutRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Sets rows of a table, or pictures, aside: at random, the same share of each class, and of each
 * class at least one row stays for training. It depends on the classes and the seed alone.
 */
public final class Partition {
  private final int[] classes;
  private final HoldOutRecipe recipe;
  private final String[] splits;

  private Partition(int[] classes, HoldOutRecipe recipe) {
    this.classes = classes;
    this.recipe = recipe;
    splits = new String[classes.length];
    Arrays.fill(splits, HoldOutRecipe.TRAIN);
  }

  /**
   * The name of the split that each row belongs to.
   *
   * @param classes of the rows; all the same where numbers are predicted
   * @param valid whether validation takes its share
   * @param test whether a test split takes its share
   */
  public static String[] of(int[] classes, HoldOutRecipe recipe, boolean valid, boolean test) {
    Partition partition = new Partition(classes, recipe);
    double testShare = test ? recipe.test() : 0;
    if (recipe.folds() > 0) {
      partition.holdOut();
    }
    partition.take(HoldOutRecipe.TEST, testShare);
    partition.take(HoldOutRecipe.VALID, valid ? recipe.valid() / (1 - testShare) : 0);
    return partition.splits;
  }

  /** The rows of one fold; each row that is not alone in its class is in one of them. */
  private void holdOut() {
    Random random = Shuffle.generator(recipe.seed(), 0);
    for (int[] rows : members(random)) {
      double offset = random.nextDouble();
      for (int i = 0; rows.length > 1 && i < rows.length; i++) {
        int fold = (int) ((i + offset) / rows.length % 1 * recipe.folds());
        if (fold == recipe.fold() - 1) {
          splits[rows[i]] = HoldOutRecipe.HELD_OUT;
        }
      }
    }
  }

  /** Takes a share of what is left for training. */
  private void take(String split, double share) {
    Random random = Shuffle.generator(recipe.seed(), split.hashCode());
    for (int[] rows : members(random)) {
      double offset = random.nextDouble();
      for (int i = 0; i < rows.length - 1 && (i + offset) / rows.length < share; i++) {
        splits[rows[i]] = split;
      }
    }
  }

  /** The rows for training by class, in random order. */
  private List<int[]> members(Random random) {
    Map<Integer, List<Integer>> byClass = new TreeMap<>();
    IntStream.range(0, classes.length)
        .filter(row -> splits[row].equals(HoldOutRecipe.TRAIN))
        .forEach(row -> byClass.computeIfAbsent(classes[row], c -> new ArrayList<>()).add(row));
    List<int[]> members = new ArrayList<>();
    for (List<Integer> rows : byClass.values()) {
      int[] shuffled = rows.stream().mapToInt(Integer::intValue).toArray();
      Shuffle.shuffle(shuffled, random);
      members.add(shuffled);
    }
    return members;
  }
}
