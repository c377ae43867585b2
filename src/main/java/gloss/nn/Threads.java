package gloss.nn;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The engine's threads. Sums are added up in another order when their number changes. */
public final class Threads {
  /**
   * Below so many multiplications a step of a decoder takes longer on several threads than on one,
   * since each of its hundred small operations waits for all of them.
   */
  private static final long LITTLE = 1 << 23;

  private Threads() {}

  /** How many threads share one operation of the calling thread. */
  public static int count() {
    Engine.getEngine("PyTorch");
    return JniUtils.getNumThreads();
  }

  /**
   * Does the calling thread's operations on one thread, if there is little to do in each step,
   * until the scope is closed.
   *
   * @param multiplications in a step
   */
  public static Scope forSteps(long multiplications) {
    return new Scope(multiplications < LITTLE ? 1 : count());
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
    FutureTask<T> task = new FutureTask<>(work::run);
    new Thread(task, "gloss-apart").start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException failure) {
        throw failure;
      } else if (cause instanceof Error error) {
        throw error;
      }
      throw cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A number of threads, as long as it is open. */
  public static final class Scope implements AutoCloseable {
    private final int before = count();
    private final int now;

    private Scope(int now) {
      this.now = now;
      change(before, now);
    }

    private static void change(int from, int to) {
      if (from != to) {
        JniUtils.setNumThreads(to);
      }
    }

    /** Sets the number back to what it was. */
    @Override
    public void close() {
      change(now, before);
    }
  }
}
