package gloss.cli;

/**
 * Turns Ctrl-C and SIGTERM into a flag: the work under way is finished, what there is to save is
 * saved, and the process exits with 0.
 */
final class Interruption implements AutoCloseable {
  private final Thread worker = Thread.currentThread();
  private final Thread hook = new Thread(this::interrupt, "interruption");
  private volatile boolean requested;
  private volatile boolean over;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the user wants an end. */
  boolean requested() {
    return requested;
  }

  private void interrupt() {
    requested = true;
    boolean interrupted = false;
    while (!over && worker.isAlive() && !interrupted) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    Runtime.getRuntime().halt(0);
  }

  /** The work is saved; from here on an interruption ends the process as usual. */
  @Override
  public void close() {
    over = true;
    if (!requested) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
