package gloss.nn;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** The engine's threads. Sums are added up in another order when their number changes. */
public final class Threads {
  private Threads() {}

  /** How many threads share one operation. */
  public static int count() {
    Engine.getEngine("PyTorch");
    return JniUtils.getNumThreads();
  }
}
