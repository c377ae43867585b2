package gloss.train;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Lets an interruption end work that takes long: called now and then, it throws when there is one.
 *
 * @param interrupted whether there is an interruption
 */
record MayStop(BooleanSupplier interrupted) implements Runnable {
  @Override
  public void run() {
    if (interrupted.getAsBoolean()) {
      throw new CancellationException();
    }
  }

  /** Does some work; false if an interruption came before its end. */
  boolean completes(Runnable work) {
    try {
      run();
      work.run();
      return true;
    } catch (CancellationException e) {
      if (!interrupted.getAsBoolean()) {
        throw e;
      }
      return false;
    }
  }
}
