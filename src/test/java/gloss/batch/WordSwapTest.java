package gloss.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WordSwapTest {
  private static SequencePairs pairs(int count) {
    int[][] sources = new int[count][];
    for (int i = 0; i < count; i++) {
      sources[i] = IntStream.range(0, 10).toArray();
    }
    return SequencePairs.of(sources, sources.clone());
  }

  @Property(tries = 50)
  void dependsOnTheLineAndNotOnItsPlace(
      @ForAll long seed, @ForAll @IntRange(min = 1) int epoch, @ForAll @IntRange(max = 19) int i) {
    WordSwap swap = new WordSwap(0.3, seed);
    SequencePairs pairs = pairs(20);
    assertThat(swap.apply(pairs.select(i), epoch).sources()[0])
        .isEqualTo(swap.apply(pairs, epoch).sources()[i]);
  }

  @Test
  void noIdGoesFurtherThanToItsNeighbour() {
    SequencePairs pairs = pairs(2000);
    SequencePairs swapped = new WordSwap(0.3, 5).apply(pairs, 1);
    long moved = 0;
    for (int[] ids : swapped.sources()) {
      assertThat(Arrays.stream(ids).sorted()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
      for (int i = 0; i < ids.length; i++) {
        assertThat(Math.abs(ids[i] - i)).isLessThanOrEqualTo(1);
        moved += ids[i] == i ? 0 : 1;
      }
    }
    // A swap follows 0.7 / 0.3 ids that stay, and takes two: 2 · 0.3 / 1.3 of all, less at the end.
    assertThat(moved / 20_000.0).isBetween(0.40, 0.47);
    assertThat(swapped.targets()).isSameAs(pairs.targets());
    assertThat(new WordSwap(0.3, 5).apply(pairs, 2).sources()).isNotEqualTo(swapped.sources());
    assertThat(pairs.sources()[0]).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void withoutAShareNothingHappens() {
    SequencePairs pairs = pairs(3);
    assertThat(new WordSwap(0, 5).apply(pairs, 1)).isSameAs(pairs);
  }
}
