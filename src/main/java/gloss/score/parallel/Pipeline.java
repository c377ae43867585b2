package gloss.score.parallel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Source → work → sink. The source and the sink are called by the caller's thread, in order; the
 * work runs on {@code threads} threads. Only a few items per thread are under way at any time.
 */
public final class Pipeline {
  private static final int ITEMS_PER_THREAD = 3;
  private static final ThreadFactory DAEMONS =
      work -> {
        Thread thread = new Thread(work, "gloss-score");
        thread.setDaemon(true);
        return thread;
      };

  private Pipeline() {}

  /** Where the items come from. */
  @FunctionalInterface
  public interface Source<I> {
    /** The next item, or null at the end. */
    @Nullable I next();
  }

  /** As many threads as there are cores. */
  public static int allCores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Runs until the source ends; what the work throws is thrown here. */
  public static <I, O> void run(
      int threads, Source<I> source, Function<I, O> work, Consumer<O> sink) {
    if (threads <= 1) {
      for (I item = source.next(); item != null; item = source.next()) {
        sink.accept(work.apply(item));
      }
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads, DAEMONS);
    try {
      run(pool, threads * ITEMS_PER_THREAD, source, work, sink);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <I, O> void run(
      ExecutorService pool, int window, Source<I> source, Function<I, O> work, Consumer<O> sink) {
    Deque<Future<O>> underWay = new ArrayDeque<>();
    for (I item = source.next(); item != null; item = source.next()) {
      I taken = item;
      underWay.add(pool.submit(() -> work.apply(taken)));
      if (underWay.size() >= window) {
        sink.accept(result(underWay.remove()));
      }
    }
    while (!underWay.isEmpty()) {
      sink.accept(result(underWay.remove()));
    }
  }

  private static <O> O result(Future<O> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scoring", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
