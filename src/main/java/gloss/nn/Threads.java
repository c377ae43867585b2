package gloss.nn;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

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
