package gloss.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TokenBatchesTest {
  private static int max(int[] batch, int[] lengths) {
    return Arrays.stream(batch).map(i -> lengths[i]).max().orElseThrow();
  }

  private static List<List<Integer>> lists(List<int[]> batches) {
    return batches.stream().map(batch -> Arrays.stream(batch).boxed().toList()).toList();
  }

  /** Lengths of sentences: most short, some long, the sides alike but not equal. */
  private static int[][] sentences(int count) {
    Random random = new Random(7);
    int[][] lengths = new int[2][count];
    for (int i = 0; i < count; i++) {
      lengths[0][i] = 1 + (int) Math.round(Math.exp(2.5 + 0.5 * random.nextGaussian()));
      lengths[1][i] =
          Math.max(1, (int) Math.round(lengths[0][i] * (1.1 + 0.15 * random.nextGaussian())));
    }
    return lengths;
  }

  @Test
  void examplesOfTheSameLengthGoTogether() {
    int[] lengths = {5, 2, 5, 2, 2, 5};
    List<int[]> batches = new TokenBatches(10, 1).epoch(lengths, lengths, 0);
    assertThat(lists(batches).stream().map(List::size)).containsExactlyInAnyOrder(3, 2, 1);
    assertThat(batches)
        .allMatch(b -> Arrays.stream(b).map(i -> lengths[i]).distinct().count() == 1);
  }

  @Test
  void theOrderOfAnEpochNeverChanges() {
    int[] lengths = {3, 1, 4, 1, 5, 9, 2, 6};
    TokenBatches batches = new TokenBatches(10, 42);
    // Written down once: resuming an old training needs the same order in every later version.
    assertThat(lists(batches.epoch(lengths, lengths, 0)))
        .hasToString("[[5], [0, 2], [1, 3, 6], [7], [4]]");
    assertThat(lists(batches.epoch(lengths, lengths, 1)))
        .hasToString("[[4], [7], [5], [0, 2], [3, 1, 6]]");
  }

  @Test
  void littleIsPadding() {
    int[][] lengths = sentences(20_000);
    long padded = 0;
    long real = 0;
    for (int[] batch : new TokenBatches(4096, 1).epoch(lengths[0], lengths[1], 0)) {
      for (int[] side : lengths) {
        padded += (long) batch.length * max(batch, side);
        real += Arrays.stream(batch).mapToLong(i -> side[i]).sum();
      }
    }
    assertThat(1 - (double) real / padded).isLessThan(0.1);
  }

  @Test
  void nothingGivesNoBatch() {
    assertThat(new TokenBatches(10, 1).epoch(new int[0], new int[0], 0)).isEmpty();
  }

  @Test
  void sidesMustBeAsMany() {
    assertThatThrownBy(() -> new TokenBatches(10, 1).epoch(new int[1], new int[2], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 sources, 2 targets");
    assertThatThrownBy(() -> new TokenBatches(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a batch needs at least 1 token, not 0");
  }

  @Property
  void everyExampleIsThereOnceAndTheBudgetIsKept(
      @ForAll("lengths") int[][] lengths,
      @ForAll @IntRange(min = 1, max = 200) int budget,
      @ForAll long seed) {
    List<int[]> batches = new TokenBatches(budget, seed).epoch(lengths[0], lengths[1], 3);
    assertThat(batches.stream().flatMapToInt(Arrays::stream).sorted().toArray())
        .isEqualTo(IntStream.range(0, lengths[0].length).toArray());
    assertThat(batches)
        .allMatch(
            batch ->
                batch.length == 1
                    || batch.length * Math.max(max(batch, lengths[0]), max(batch, lengths[1]))
                        <= budget);
  }

  @Property
  void seedAndEpochDecideTheOrder(@ForAll long seed, @ForAll @IntRange(min = 0) int epoch) {
    int[][] lengths = sentences(500);
    List<int[]> batches = new TokenBatches(100, seed).epoch(lengths[0], lengths[1], epoch);
    assertThat(lists(new TokenBatches(100, seed).epoch(lengths[0], lengths[1], epoch)))
        .isEqualTo(lists(batches));
    assertThat(lists(new TokenBatches(100, seed).epoch(lengths[0], lengths[1], epoch + 1L)))
        .isNotEqualTo(lists(batches));
    assertThat(lists(new TokenBatches(100, seed + 1).epoch(lengths[0], lengths[1], epoch)))
        .isNotEqualTo(lists(batches));
  }

  @Provide
  Arbitrary<int[][]> lengths() {
    return Arbitraries.integers()
        .between(0, 60)
        .array(int[].class)
        .ofSize(2)
        .list()
        .ofMaxSize(80)
        .map(
            pairs ->
                new int[][] {
                  pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                  pairs.stream().mapToInt(pair -> pair[1]).toArray()
                });
  }
}
