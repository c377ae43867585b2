package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LongInputTest {
  private static final IntPredicate NOWHERE = id -> false;

  @Test
  void whatFitsStaysWhole() {
    assertThat(LongInput.parts(new int[] {1, 2, 3}, 3, id -> true))
        .containsExactly(new int[] {1, 2, 3});
    assertThat(LongInput.parts(new int[0], 3, id -> true)).containsExactly(new int[0]);
  }

  @Test
  void aPartEndsBeforeTheLastWordThatFits() {
    int[] ids = {10, 1, 10, 1, 1, 10, 1, 1};
    assertThat(LongInput.parts(ids, 6, id -> id == 10))
        .containsExactly(new int[] {10, 1, 10, 1, 1}, new int[] {10, 1, 1});
  }

  @Test
  void wordsInTheFirstHalfAloneDoNotShortenAPart() {
    int[] ids = {1, 10, 1, 1, 1, 1, 1, 1};
    assertThat(LongInput.parts(ids, 6, id -> id == 10))
        .containsExactly(new int[] {1, 10, 1, 1, 1, 1}, new int[] {1, 1});
  }

  @Test
  void withoutWordsPartsAreFull() {
    assertThat(LongInput.parts(new int[7], 3, NOWHERE))
        .extracting(p -> p.length)
        .containsExactly(3, 3, 1);
    assertThat(LongInput.parts(new int[3], 1, id -> true)).hasSize(3);
  }

  @Property(tries = 300)
  void partsTogetherAreTheWholeAndNoneIsTooLongOrEmpty(
      @ForAll long seed,
      @ForAll @IntRange(max = 200) int length,
      @ForAll @IntRange(min = 1, max = 20) int max) {
    int[] ids = new Random(seed).ints(length, 0, 4).toArray();
    List<int[]> parts = LongInput.parts(ids, max, id -> id == 0);
    assertThat(parts.stream().flatMapToInt(Arrays::stream).toArray()).isEqualTo(ids);
    assertThat(parts).allMatch(part -> part.length <= max);
    assertThat(length == 0 || parts.stream().noneMatch(part -> part.length == 0)).isTrue();
    assertThat(IntStream.range(0, parts.size() - 1).allMatch(i -> parts.get(i).length > max / 2))
        .isTrue();
  }
}
