package gloss.nn;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/**
 * As long as it is open, this thread's operations keep what gradients need; see {@link
 * NoGradients}.
 */
public final class WithGradients implements AutoCloseable {
  private final boolean before;

  /** Begins the scope. */
  public WithGradients() {
    Engine.getEngine("PyTorch");
    before = JniUtils.isGradMode();
    JniUtils.setGradMode(true);
  }

  /** Sets this thread back to what it was. */
  @Override
  public void close() {
    JniUtils.setGradMode(before);
  }
}
