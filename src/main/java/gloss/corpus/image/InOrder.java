package gloss.corpus.image;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Work on all cores whose results come in the order in which it was given. Only a few pieces are
 * under way at any time.
 *
 * @param <T> a result
 */
final class InOrder<T> implements AutoCloseable {
  private static final int PIECES_PER_THREAD = 4;

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService pool =
      Executors.newFixedThreadPool(
          threads,
          work -> {
            Thread thread = new Thread(work, "gloss-images");
            thread.setDaemon(true);
            return thread;
          });
  private final Deque<Future<T>> underWay = new ArrayDeque<>();
  private final Consumer<T> sink;

  /** Gives results to {@code sink}, on the caller's thread. */
  InOrder(Consumer<T> sink) {
    this.sink = sink;
  }

  void add(Callable<T> work) {
    underWay.add(pool.submit(work));
    if (underWay.size() >= threads * PIECES_PER_THREAD) {
      takeOne();
    }
  }

  /** Waits for all of it. */
  void finish() {
    while (!underWay.isEmpty()) {
      takeOne();
    }
  }

  private void takeOne() {
    try {
      sink.accept(underWay.remove().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading pictures", e);
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

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
