package gloss.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SortedBatchesTest {
  @Test
  void theLongestComeFirstAndEqualsInTheirOrder() {
    SortedBatches batches = SortedBatches.of(new int[] {2, 7, 3, 2, 20}, 10);
    assertThat(batches.indices())
        .containsExactly(new int[] {4}, new int[] {1}, new int[] {2, 0, 3});
    assertThat(batches.restore(List.of(List.of("e"), List.of("b"), List.of("c", "a", "d"))))
        .containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void everyExampleNeedsAResult() {
    SortedBatches batches = SortedBatches.of(new int[] {1, 1}, 10);
    assertThatThrownBy(() -> batches.restore(List.of(List.of("a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("every example needs one result");
    assertThatThrownBy(() -> batches.restore(List.of(List.of("a"), List.of("b"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void resultsComeBackInOrder(
      @ForAll @Size(max = 50) List<@IntRange(min = 0, max = 40) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 100) int budget) {
    int[] array = lengths.stream().mapToInt(Integer::intValue).toArray();
    SortedBatches batches = SortedBatches.of(array, budget);
    List<List<String>> results =
        batches.indices().stream()
            .map(batch -> Arrays.stream(batch).mapToObj(i -> "result " + i).toList())
            .toList();
    List<String> restored = batches.restore(results);
    assertThat(restored).hasSize(array.length);
    for (int i = 0; i < array.length; i++) {
      assertThat(restored.get(i)).isEqualTo("result " + i);
    }
    for (int[] batch : batches.indices()) {
      assertThat(batch.length == 1 || batch.length * array[batch[0]] <= budget).isTrue();
    }
  }
}
