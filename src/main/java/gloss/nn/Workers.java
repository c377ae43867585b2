package gloss.nn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Threads that do independent work with the engine at the same time, each of them alone: no
 * operation of theirs is shared with others. Where work is made of many small operations, nobody
 * waits for the end of each of them; and what comes of a piece does not depend on the number of
 * threads.
 */
public final class Workers {
  private static final int SECONDS_OF_PATIENCE = 30;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final int count;
  private final Executor threads;

  /** Whether the thread has learned to compute alone. */
  private final ThreadLocal<Boolean> alone = ThreadLocal.withInitial(() -> false);

  /** So many workers at most, which come and go with the work. */
  public Workers(int count) {
    this.count = count;
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            count,
            count,
            SECONDS_OF_PATIENCE,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Workers::thread);
    pool.allowCoreThreadTimeOut(true);
    threads = pool;
  }

  /** The workers of all who have no own ones, as many as the engine has threads. */
  public static Workers shared() {
    return Shared.WORKERS;
  }

  /** Made when it is first needed: only then is the engine started. */
  private static final class Shared {
    private static final Workers WORKERS = new Workers(Threads.count());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "gloss-worker-" + NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** How many pieces of work are done at the same time. */
  public int count() {
    return count;
  }

  /** A piece that has ended. */
  private record Ended<B>(int piece, B result) {}

  /**
   * Does all pieces of work, and returns what comes of them in the order of the pieces. If one
   * fails, those that have not begun are left out; what it threw is thrown when all others have
   * ended. An interruption stays one, but is not obeyed. Who asks at the same time as others has
   * turns with them. A piece must not ask itself.
   */
  public <A, B> List<B> each(List<A> pieces, Function<? super A, ? extends B> work) {
    CompletionService<Ended<B>> service = new ExecutorCompletionService<>(threads);
    Map<Integer, B> results = new HashMap<>();
    ExecutionException failure = null;
    int begun = 0;
    for (int ended = 0; ended < begun || (failure == null && begun < pieces.size()); ended++) {
      // Few at a time: others who ask meanwhile come in between.
      for (; failure == null && begun < pieces.size() && begun < ended + 2 * count; begun++) {
        int piece = begun;
        service.submit(() -> new Ended<>(piece, done(pieces.get(piece), work)));
      }
      try {
        Ended<B> next = Threads.resultOf(() -> service.take().get());
        results.put(next.piece, next.result);
      } catch (ExecutionException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw Threads.thrown(failure);
    }
    return IntStream.range(0, pieces.size())
        .mapToObj(i -> Objects.requireNonNull(results.get(i)))
        .toList();
  }

  private <A, B> B done(A piece, Function<? super A, ? extends B> work) {
    if (!alone.get()) {
      Threads.workAlone();
      alone.set(true);
    }
    return work.apply(piece);
  }
}
