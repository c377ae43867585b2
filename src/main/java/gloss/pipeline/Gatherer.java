package gloss.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Has one thread do what many callers ask of a decoder, together: while a batch is at work, what is
 * asked meanwhile gathers, and becomes the next batch. Nobody waits for a batch to fill.
 *
 * <p>A caller that asks for much gets it in units, each as large as a batch may be; the callers
 * take turns, so that one who asks for little does not wait for all of it. A caller who cancels
 * frees the work: what waits is dropped, and a batch that nobody waits for any more ends at the
 * next step of its search. A request that fails does not fail those it was batched with.
 *
 * @param <K> how to do it; only requests with equal options are done together
 * @param <Q> what is asked
 * @param <R> what comes of it
 */
final class Gatherer<K, Q, R> implements AutoCloseable {
  private final Decoder<K, Q, R> decoder;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final AtomicLong batches = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();
  private final Thread thread;

  /** Guarded by {@link #lock}. */
  private Deque<GatheredJob<K, Q, R>> waiting = new ArrayDeque<>();

  private volatile boolean closed;

  /** What does the work; called by one thread. */
  interface Decoder<K, Q, R> {
    /** As many results as requests; {@code mayStop} is to be called now and then, and may throw. */
    List<R> decode(K options, List<Q> requests, Runnable mayStop);

    /** How much work a request is; 1 or more. */
    int weight(Q request);

    /** How much work a batch may be. */
    int most(K options);
  }

  /** A gatherer; {@code name} is what its thread is called. */
  Gatherer(String name, Decoder<K, Q, R> decoder) {
    this.decoder = decoder;
    thread = new Thread(this::work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Asks for results, in the order of the requests. Cancelling the future frees the work.
   *
   * @throws IllegalStateException if closed
   */
  CompletableFuture<List<R>> submit(K options, List<Q> asked) {
    List<Q> all = List.copyOf(asked);
    int[] weights = all.stream().mapToInt(decoder::weight).toArray();
    GatheredJob<K, Q, R> job = new GatheredJob<>(options, all, weights, decoder.most(options));
    lock.lock();
    try {
      if (closed) {
        throw closed();
      }
      if (!all.isEmpty()) {
        waiting.add(job);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
    return job.future();
  }

  /** Asks and waits; a thread that is interrupted frees the work and stays interrupted. */
  List<R> get(K options, List<Q> asked) {
    CompletableFuture<List<R>> future = submit(options, asked);
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }

  /** What was done so far. */
  BatchCounts counts() {
    return new BatchCounts(batches.get(), requests.get());
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("is closed");
  }

  private void work() {
    List<GatheredJob.Unit<K, Q, R>> batch = take();
    while (!batch.isEmpty()) {
      run(batch);
      batch = take();
    }
  }

  /** The next batch; waits until there is one; nothing when closed. */
  private List<GatheredJob.Unit<K, Q, R>> take() {
    lock.lock();
    try {
      while (!closed) {
        waiting.removeIf(GatheredJob::isOver);
        if (!waiting.isEmpty()) {
          return gather();
        }
        changed.awaitUninterruptibly();
      }
      waiting.forEach(job -> job.fail(closed()));
      waiting.clear();
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  /** One unit of each who fits the first; who has more goes to the end of the queue. */
  private List<GatheredJob.Unit<K, Q, R>> gather() {
    K options = waiting.element().options();
    long room = decoder.most(options);
    List<GatheredJob.Unit<K, Q, R>> batch = new ArrayList<>();
    Deque<GatheredJob<K, Q, R>> passed = new ArrayDeque<>();
    List<GatheredJob<K, Q, R>> again = new ArrayList<>();
    for (GatheredJob<K, Q, R> job : waiting) {
      boolean fits = batch.isEmpty() || job.nextWeight() <= room;
      if (fits && job.options().equals(options)) {
        room -= job.nextWeight();
        batch.add(job.next());
        if (job.hasNext()) {
          again.add(job);
        }
      } else {
        passed.add(job);
      }
    }
    passed.addAll(again);
    waiting = passed;
    return batch;
  }

  private void run(List<GatheredJob.Unit<K, Q, R>> batch) {
    List<Q> asked = batch.stream().flatMap(unit -> unit.requests().stream()).toList();
    try {
      batches.incrementAndGet();
      requests.addAndGet(asked.size());
      K options = batch.get(0).job().options();
      List<R> results = decoder.decode(options, asked, () -> stopUnlessWanted(batch));
      int from = 0;
      for (GatheredJob.Unit<K, Q, R> unit : batch) {
        unit.complete(results.subList(from, from + unit.size()));
        from += unit.size();
      }
    } catch (CancellationException e) {
      RuntimeException reason = closed ? closed() : e;
      batch.forEach(unit -> unit.job().fail(reason));
    } catch (RuntimeException e) {
      runOneByOne(batch, e);
    } catch (Error e) {
      batch.forEach(unit -> unit.job().fail(e));
    }
  }

  /** One of them is to blame; the others are done without it. */
  private void runOneByOne(List<GatheredJob.Unit<K, Q, R>> batch, RuntimeException failure) {
    if (batch.size() == 1) {
      batch.get(0).job().fail(failure);
    } else {
      batch.stream().filter(unit -> !unit.job().isOver()).forEach(unit -> run(List.of(unit)));
    }
  }

  private void stopUnlessWanted(List<GatheredJob.Unit<K, Q, R>> batch) {
    if (closed || batch.stream().allMatch(unit -> unit.job().isOver())) {
      throw new CancellationException("nobody waits for it");
    }
  }

  /** Fails what waits, ends what is at work, and returns when that has ended. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (thread.isAlive() && Thread.currentThread() != thread) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
