package gloss.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GathererTest {
  private static final int MOST = 10;

  /** Turns text into capitals; each batch, and each step of one, needs a permit. */
  private static final class Capitals implements Gatherer.Decoder<String, String, String> {
    final Semaphore permits = new Semaphore(0);
    final CountDownLatch begun = new CountDownLatch(1);
    final List<List<String>> batches = Collections.synchronizedList(new ArrayList<>());

    @Override
    public List<String> decode(String options, List<String> requests, Runnable mayStop) {
      batches.add(requests);
      begun.countDown();
      boolean going = false;
      while (!going) {
        mayStop.run();
        try {
          going = permits.tryAcquire(5, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
      if (requests.contains("bad")) {
        throw new InputException("bad");
      }
      return requests.stream().map(text -> options + text.toUpperCase(Locale.ROOT)).toList();
    }

    @Override
    public int weight(String request) {
      return Math.max(1, request.length());
    }

    @Override
    public int most(String options) {
      return MOST;
    }
  }

  private final Capitals decoder = new Capitals();
  private final Gatherer<String, String, String> gatherer = new Gatherer<>("test", decoder);

  @AfterEach
  void close() {
    gatherer.close();
  }

  /** Keeps the decoder busy, so that what is asked next gathers. */
  private CompletableFuture<List<String>> occupy() throws InterruptedException {
    CompletableFuture<List<String>> first = gatherer.submit("", List.of("first"));
    decoder.begun.await();
    return first;
  }

  private void awaitBatches(int count) throws InterruptedException {
    while (decoder.batches.size() < count) {
      Thread.sleep(1);
    }
  }

  @Test
  void whatSeveralAskMeanwhileIsOneBatch() throws Exception {
    occupy();
    List<CompletableFuture<List<String>>> futures =
        IntStream.range(0, 5).mapToObj(i -> gatherer.submit("", List.of("a" + i))).toList();
    decoder.permits.release(2);
    for (int i = 0; i < 5; i++) {
      assertThat(futures.get(i).get()).containsExactly("A" + i);
    }
    assertThat(decoder.batches)
        .containsExactly(List.of("first"), List.of("a0", "a1", "a2", "a3", "a4"));
    assertThat(gatherer.counts()).isEqualTo(new BatchCounts(2, 6));
  }

  @Test
  void otherOptionsAreAnotherBatch() throws Exception {
    occupy();
    CompletableFuture<List<String>> a = gatherer.submit("a-", List.of("x"));
    CompletableFuture<List<String>> b = gatherer.submit("b-", List.of("y"));
    CompletableFuture<List<String>> c = gatherer.submit("a-", List.of("z"));
    decoder.permits.release(9);
    assertThat(b.get()).containsExactly("b-Y");
    assertThat(a.get()).containsExactly("a-X");
    assertThat(c.get()).containsExactly("a-Z");
    assertThat(decoder.batches.subList(1, 3)).containsExactly(List.of("x", "z"), List.of("y"));
  }

  @Test
  void whoAsksForLittleDoesNotWaitForAllOfWhoAsksForMuch() throws Exception {
    occupy();
    CompletableFuture<List<String>> much = gatherer.submit("", Collections.nCopies(10, "much"));
    CompletableFuture<List<String>> little = gatherer.submit("", List.of("x"));
    decoder.permits.release(2);
    assertThat(little.get()).containsExactly("X");
    assertThat(much).isNotDone();
    decoder.permits.release(9);
    assertThat(much.get()).hasSize(10);
    assertThat(decoder.batches.get(1)).containsExactly("much", "much", "x");
  }

  @Property(tries = 100)
  void resultsComeInTheOrderOfTheRequests(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 25) Integer> lengths) {
    Capitals free = new Capitals();
    free.permits.release(1000);
    List<String> asked =
        IntStream.range(0, lengths.size()).mapToObj(i -> i + "x".repeat(lengths.get(i))).toList();
    try (Gatherer<String, String, String> fast = new Gatherer<>("test", free)) {
      assertThat(fast.get("", asked))
          .isEqualTo(asked.stream().map(text -> text.toUpperCase(Locale.ROOT)).toList());
    }
    for (List<String> batch : free.batches) {
      int longest = batch.stream().mapToInt(String::length).max().orElseThrow();
      assertThat(batch.size() == 1 || longest * batch.size() <= MOST).isTrue();
    }
  }

  @Test
  void aRequestThatFailsFailsAlone() throws Exception {
    occupy();
    CompletableFuture<List<String>> good = gatherer.submit("", List.of("good"));
    CompletableFuture<List<String>> bad = gatherer.submit("", List.of("bad"));
    decoder.permits.release(9);
    assertThat(good.get()).containsExactly("GOOD");
    assertThatThrownBy(bad::get).hasCauseInstanceOf(InputException.class);
    assertThatThrownBy(() -> gatherer.get("", List.of("bad"))).isInstanceOf(InputException.class);
    decoder.permits.release();
    assertThat(gatherer.get("", List.of("next"))).containsExactly("NEXT");
  }

  @Test
  void whatIsCancelledIsNotDone() throws Exception {
    CompletableFuture<List<String>> running = occupy();
    CompletableFuture<List<String>> queued = gatherer.submit("", List.of("queued"));
    queued.cancel(true);
    running.cancel(true);
    CompletableFuture<List<String>> next = gatherer.submit("", List.of("next"));
    // The running one ends without a permit.
    awaitBatches(2);
    decoder.permits.release();
    assertThat(next.get()).containsExactly("NEXT");
    assertThat(decoder.batches).containsExactly(List.of("first"), List.of("next"));
  }

  @Test
  void aBatchThatSomebodyWaitsForGoesOn() throws Exception {
    occupy();
    CompletableFuture<List<String>> left = gatherer.submit("", List.of("left"));
    CompletableFuture<List<String>> stays = gatherer.submit("", List.of("stays"));
    decoder.permits.release();
    awaitBatches(2);
    left.cancel(true);
    decoder.permits.release();
    assertThat(stays.get()).containsExactly("STAYS");
  }

  @Test
  void whoIsInterruptedFreesTheWork() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                gatherer.get("", List.of("endless"));
              } catch (CancellationException e) {
                thrown.set(Thread.currentThread().isInterrupted() ? e : null);
              }
            });
    caller.start();
    decoder.begun.await();
    caller.interrupt();
    caller.join();
    assertThat(thrown.get()).isInstanceOf(CancellationException.class);
    CompletableFuture<List<String>> next = gatherer.submit("", List.of("next"));
    awaitBatches(2);
    decoder.permits.release();
    assertThat(next.get()).containsExactly("NEXT");
  }

  @Test
  void closingEndsEverything() throws Exception {
    CompletableFuture<List<String>> running = occupy();
    CompletableFuture<List<String>> queued = gatherer.submit("", List.of("queued"));
    gatherer.close();
    for (CompletableFuture<List<String>> future : List.of(running, queued)) {
      assertThatThrownBy(future::get).hasCauseInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> gatherer.submit("", List.of("late")))
        .isInstanceOf(IllegalStateException.class);
    gatherer.close();
  }

  @Test
  void manyCallersGetTheirOwn() throws Exception {
    decoder.permits.release(100_000);
    List<Thread> callers = new ArrayList<>();
    List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    for (int caller = 0; caller < 16; caller++) {
      String name = "c" + caller;
      callers.add(
          new Thread(
              () -> {
                for (int i = 0; i < 50; i++) {
                  String options = i % 3 + "-";
                  List<String> found = gatherer.get(options, List.of(name + i, "y".repeat(i % 9)));
                  List<String> expected =
                      List.of(options + "C" + name.substring(1) + i, options + "Y".repeat(i % 9));
                  if (!found.equals(expected)) {
                    wrong.add(found + " instead of " + expected);
                  }
                }
              }));
    }
    callers.forEach(Thread::start);
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(wrong).isEmpty();
    assertThat(gatherer.counts().requests()).isEqualTo(16 * 50 * 2);
  }
}
