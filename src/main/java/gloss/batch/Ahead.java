package gloss.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Makes things ahead of whoever takes them, on other threads, and gives them in order. What is made
 * depends on its number alone, so the number of threads changes nothing. One that is abandoned
 * costs no more than what is under way.
 *
 * @param <T> what is made
 */
public final class Ahead<T> implements Iterator<T> {
  private static final int THREADS = Runtime.getRuntime().availableProcessors();
  private static final ExecutorService POOL = pool();

  private final int end;
  private final IntFunction<T> maker;
  private final Deque<Future<T>> underWay = new ArrayDeque<>();
  private int next;

  /** What {@code maker} makes of the numbers from {@code start} to before {@code end}. */
  public Ahead(int start, int end, IntFunction<T> maker) {
    this.end = end;
    this.maker = maker;
    next = start;
    for (int i = 0; i < THREADS + 2; i++) {
      order();
    }
  }

  /** Its threads are daemons, and end when there is nothing to do. */
  private static ExecutorService pool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "gloss-ahead");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private void order() {
    if (next < end) {
      int number = next;
      underWay.add(POOL.submit(() -> maker.apply(number)));
      next++;
    }
  }

  @Override
  public boolean hasNext() {
    return !underWay.isEmpty();
  }

  @Override
  public T next() {
    if (underWay.isEmpty()) {
      throw new NoSuchElementException();
    }
    try {
      T made = underWay.remove().get();
      order();
      return made;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a batch", e);
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
