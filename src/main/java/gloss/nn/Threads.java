package gloss.nn;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The engine's threads. Sums are added up in another order when their number changes. */
public final class Threads {
  private Threads() {}

  /** How many threads share one operation of the calling thread. */
  public static synchronized int count() {
    Engine.getEngine("PyTorch");
    return JniUtils.getNumThreads();
  }

  /** Work that gives something, or fails. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /**
   * Does on a thread of its own, and waits for, what makes arrays that another thread is to compute
   * with, such as loading a model. Each thread whose operations are shared has helpers of the
   * engine, as long as it lives; once there are more of them than cores, OpenMP lets none of them
   * wait for the next operation awake, and every one of a hundred operations in a step of a decoder
   * costs falling asleep and being woken: it then takes twice as long. An interruption stays one,
   * but is not obeyed.
   */
  public static <T> T apart(Work<T> work) throws IOException {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              // Here, lest its number of threads is settled while it is another one for a moment.
              count();
              return work.run();
            });
    new Thread(task, "gloss-apart").start();
    try {
      return resultOf(task::get);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw thrown(e);
    }
  }

  /** What one waits for. */
  @FunctionalInterface
  interface Waiting<T> {
    /** Waits for it. */
    T get() throws InterruptedException, ExecutionException;
  }

  /** Waits for it, whatever happens; an interruption is kept for later. */
  static <T> T resultOf(Waiting<T> waiting) throws ExecutionException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return waiting.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What the other thread has thrown, to be thrown in this one; an error is thrown at once. */
  static RuntimeException thrown(ExecutionException there) {
    if (there.getCause() instanceof Error error) {
      throw error;
    }
    return there.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(there);
  }

  /**
   * From here on the calling thread, which is a new one, shares no operation with others. What the
   * engine is told last holds for threads to come as well, so a thread that ends at once tells it
   * the old number again.
   */
  static synchronized void workAlone() {
    int all = count();
    JniUtils.setNumThreads(1);
    FutureTask<Integer> told = new FutureTask<>(() -> JniUtils.setNumThreads(all), all);
    new Thread(told, "gloss-threads").start();
    try {
      resultOf(told::get);
    } catch (ExecutionException e) {
      throw thrown(e);
    }
  }
}
