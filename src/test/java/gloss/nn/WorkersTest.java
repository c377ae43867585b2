package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private final Workers workers = new Workers(3);

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void resultsComeInTheOrderOfThePieces() {
    assertThat(workers.each(numbers(100), i -> 2 * i))
        .isEqualTo(numbers(100).stream().map(i -> 2 * i).toList());
    assertThat(workers.each(List.of(), i -> i)).isEmpty();
  }

  @Test
  void asManyPiecesAreDoneAtTheSameTimeAsThereAreWorkers() {
    CyclicBarrier together = new CyclicBarrier(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    workers.each(
        numbers(3),
        i -> {
          threads.add(Thread.currentThread());
          try {
            return together.await(30, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(threads).hasSize(3).doesNotContain(Thread.currentThread());
  }

  /**
   * A worker computes alone, whoever is asked; all others as before, those that come later, too.
   */
  @Test
  void workersShareNoOperations() throws IOException {
    int before = Threads.count();
    assertThat(workers.each(numbers(20), i -> Threads.count())).containsOnly(1);
    assertThat(Threads.count()).isEqualTo(before);
    assertThat(Threads.<Integer>apart(Threads::count)).isEqualTo(before);
  }

  @Test
  void aFailureIsThrownWhenAllThatHaveBegunHaveEnded() {
    CountDownLatch begun = new CountDownLatch(2);
    AtomicInteger ended = new AtomicInteger();
    RuntimeException failure = new IllegalArgumentException("no");
    assertThatThrownBy(
            () ->
                workers.each(
                    numbers(1000),
                    i -> {
                      begun.countDown();
                      await(begun);
                      if (i == 0) {
                        throw failure;
                      }
                      pause();
                      return ended.incrementAndGet();
                    }))
        .isSameAs(failure);
    assertThat(ended.get()).isBetween(1, 999);
    Error error = new AssertionError("worse");
    assertThatThrownBy(
            () ->
                workers.each(
                    numbers(1),
                    i -> {
                      throw error;
                    }))
        .isSameAs(error);
    assertThat(workers.each(numbers(2), i -> i)).isEqualTo(numbers(2));
  }

  /** Who asks for little does not wait until all is done that another one has asked for before. */
  @Test
  void callersHaveTurns() {
    AtomicInteger ended = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<List<Integer>> much =
        CompletableFuture.supplyAsync(
            () ->
                workers.each(
                    numbers(100),
                    i -> {
                      begun.countDown();
                      pause();
                      return ended.incrementAndGet();
                    }));
    await(begun);
    workers.each(numbers(1), i -> i);
    assertThat(ended.get()).isLessThan(100);
    assertThat(much.join()).hasSize(100);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anInterruptionIsKeptForLater() {
    Thread.currentThread().interrupt();
    assertThat(workers.each(numbers(5), i -> i)).isEqualTo(numbers(5));
    assertThat(Thread.interrupted()).isTrue();
  }
}
