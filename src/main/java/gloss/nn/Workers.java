package gloss.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Threads that do independent work with the engine at the same time, each of them alone: no
 * operation of theirs is shared with others. Where work is made of many small operations, nobody
 * waits for the end of each of them; and what comes out does not depend on the number of threads.
 */
public final class Workers {
  private static final int SECONDS_OF_PATIENCE = 30;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final int count;
  private final ExecutorService threads;

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
    Thread thread =
        new Thread(
            () -> {
              Threads.workAlone();
              work.run();
            },
            "gloss-worker-" + NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** How many pieces of work are done at the same time. */
  public int count() {
    return count;
  }

  /**
   * Does all pieces of work, and returns what comes of them in the order of the pieces. If one
   * fails, those that have not begun are left out; what it threw is thrown when all have ended. An
   * interruption stays one, but is not obeyed.
   */
  public <A, B> List<B> each(List<A> pieces, Function<? super A, ? extends B> work) {
    AtomicBoolean failed = new AtomicBoolean();
    List<Future<Optional<B>>> futures = new ArrayList<>();
    for (A piece : pieces) {
      futures.add(
          threads.submit(() -> failed.get() ? Optional.empty() : done(piece, work, failed)));
    }
    List<B> results = new ArrayList<>();
    ExecutionException failure = null;
    for (Future<Optional<B>> future : futures) {
      try {
        Threads.resultOf(future).ifPresent(results::add);
      } catch (ExecutionException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw Threads.thrown(failure);
    }
    return results;
  }

  private static <A, B> Optional<B> done(
      A piece, Function<? super A, ? extends B> work, AtomicBoolean failed) {
    boolean ended = false;
    try {
      B result = work.apply(piece);
      ended = true;
      return Optional.of(result);
    } finally {
      if (!ended) {
        failed.set(true);
      }
    }
  }
}
