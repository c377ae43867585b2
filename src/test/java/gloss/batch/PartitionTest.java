package gloss.batch;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.recipe.HoldOutRecipe;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PartitionTest {
  private static long count(String[] splits, String name) {
    return Arrays.stream(splits).filter(name::equals).count();
  }

  @Test
  void takesTheSharesOfEachClass() {
    int[] classes = IntStream.range(0, 1000).map(i -> i % 10 == 0 ? 1 : 0).toArray();
    String[] splits = Partition.of(classes, new HoldOutRecipe(0.1, 0.2, 7, 0, 1), true, true);
    assertThat(count(splits, "test")).isBetween(198L, 202L);
    assertThat(count(splits, "valid")).isBetween(97L, 103L);
    long rare =
        IntStream.range(0, 1000).filter(i -> classes[i] == 1 && splits[i].equals("test")).count();
    assertThat(rare).isBetween(19L, 21L);
    assertThat(Partition.of(classes, new HoldOutRecipe(0.1, 0.2, 7, 0, 1), true, true))
        .isEqualTo(splits);
    assertThat(Partition.of(classes, new HoldOutRecipe(0.1, 0.2, 8, 0, 1), true, true))
        .isNotEqualTo(splits);
    assertThat(
            count(
                Partition.of(classes, new HoldOutRecipe(0.1, 0.2, 7, 0, 1), false, false), "train"))
        .isEqualTo(1000);
  }

  @Property(tries = 100)
  void everyRowIsHeldOutInOneFoldAndEveryClassStaysInTraining(
      @ForAll @Size(min = 10, max = 80) int[] seedClasses,
      @ForAll @IntRange(min = 2, max = 6) int folds) {
    int[] classes = Arrays.stream(seedClasses).map(c -> Math.floorMod(c, 3)).toArray();
    Set<Integer> heldOut = new HashSet<>();
    for (int fold = 1; fold <= folds; fold++) {
      String[] splits =
          Partition.of(classes, new HoldOutRecipe(0.2, 0, 3, folds, fold), true, true);
      for (int row = 0; row < splits.length; row++) {
        if (splits[row].equals("held-out")) {
          assertThat(heldOut.add(row)).as("row %d twice", row).isTrue();
        }
      }
      for (int c : Arrays.stream(classes).distinct().toArray()) {
        assertThat(
                IntStream.range(0, classes.length)
                    .anyMatch(row -> classes[row] == c && splits[row].equals("train")))
            .isTrue();
      }
    }
    for (int row = 0; row < classes.length; row++) {
      int own = classes[row];
      boolean alone = Arrays.stream(classes).filter(c -> c == own).count() == 1;
      assertThat(heldOut.contains(row)).isEqualTo(!alone);
    }
  }
}
