package gloss.decode;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.nn.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SearchBatchesTest {
  private static final int TOKENS = 4000;
  private static final List<Workers> WORKERS =
      IntStream.rangeClosed(1, 4).mapToObj(Workers::new).toList();

  private static int[] lengths(int count, int length) {
    int[] lengths = new int[count];
    Arrays.fill(lengths, length);
    return lengths;
  }

  /** The sizes of the batches, the largest first. */
  private static List<Integer> sizes(int workers, SearchBatches.Size size) {
    List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    new SearchBatches(WORKERS.get(workers - 1), TOKENS)
        .each(
            size,
            indices -> {
              sizes.add(indices.length);
              return Arrays.stream(indices).boxed().toList();
            });
    sizes.sort(Collections.reverseOrder());
    return sizes;
  }

  @Property(tries = 200)
  void everySourceIsSearchedOnceAndNoBatchIsTooLarge(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 40) Integer> sources,
      @ForAll @IntRange(min = 1, max = 12) int hypotheses,
      @ForAll @IntRange(min = 1, max = 4) int workers) {
    int[] lengths = sources.stream().mapToInt(i -> i).toArray();
    SearchBatches.Size size = new SearchBatches.Size(lengths, hypotheses, 1);
    List<Integer> results =
        new SearchBatches(WORKERS.get(workers - 1), TOKENS)
            .each(
                size,
                indices -> {
                  int longest = Arrays.stream(indices).map(i -> lengths[i]).max().orElseThrow();
                  int tokens = indices.length * longest * hypotheses * workers;
                  assertThat(indices.length == 1 || tokens <= TOKENS).isTrue();
                  return Arrays.stream(indices).map(i -> 100 * i + lengths[i]).boxed().toList();
                });
    for (int i = 0; i < lengths.length; i++) {
      assertThat(results.get(i)).isEqualTo(100 * i + lengths[i]);
    }
  }

  @Test
  void noSourcesHaveNoResults() {
    assertThat(sizes(2, new SearchBatches.Size(new int[0], 5, 1))).isEmpty();
  }

  @Test
  void allWorkersGetAShareUnlessThereIsHardlyAnything() {
    assertThat(sizes(2, new SearchBatches.Size(lengths(20, 9), 5, 1))).containsExactly(10, 10);
    assertThat(sizes(4, new SearchBatches.Size(lengths(20, 9), 5, 1))).containsExactly(5, 5, 5, 5);
    assertThat(sizes(2, new SearchBatches.Size(new int[] {10, 10, 10, 9, 9, 9}, 5, 1)))
        .containsExactly(3, 3);
    assertThat(sizes(4, new SearchBatches.Size(lengths(8, 9), 1, 1))).containsExactly(8);
    assertThat(sizes(4, new SearchBatches.Size(lengths(2, 9), 5, 1))).containsExactly(1, 1);
  }

  @Test
  void whatIsMoreThanMemoryIsMeantForIsCutFurther() {
    assertThat(sizes(2, new SearchBatches.Size(lengths(240, 10), 5, 1)))
        .hasSize(6)
        .allMatch(size -> size * 10 * 5 * 2 <= TOKENS);
  }

  /** Many weights are fetched once for few sources, and not by each worker. */
  @Test
  void fewSourcesOfALargeModelStayTogether() {
    assertThat(sizes(4, new SearchBatches.Size(lengths(4, 9), 5, 1 << 25))).containsExactly(4);
    assertThat(sizes(4, new SearchBatches.Size(lengths(20, 9), 5, 1 << 25)))
        .containsExactly(5, 5, 5, 5);
  }

  /** One large batch has all threads for each of its operations, which only the caller has. */
  @Test
  void aSingleBatchIsTheCallersIfItsStepsAreLarge() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    for (long weights : new long[] {1 << 24, 1 << 20}) {
      new SearchBatches(WORKERS.get(1), TOKENS)
          .each(
              new SearchBatches.Size(new int[] {5}, 1, weights),
              indices -> {
                threads.add(Thread.currentThread());
                return List.of(1);
              });
      assertThat(threads.contains(Thread.currentThread())).isTrue();
    }
    assertThat(threads).hasSize(2);
  }
}
