package gloss.nn;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/**
 * As long as it is open, this thread's operations keep nothing for gradients.
 *
 * <p>The engine's setting is one of each thread. In the thread that has started the engine nothing
 * is kept outside of a {@link WithGradients}; in every other one all is kept until it is told not
 * to, which costs memory for each operation of a forward pass.
 */
public final class NoGradients implements AutoCloseable {
  private final boolean before;

  /** Begins the scope. */
  public NoGradients() {
    Engine.getEngine("PyTorch");
    before = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
  }

  /** Sets this thread back to what it was. */
  @Override
  public void close() {
    JniUtils.setGradMode(before);
  }
}
