package gloss.cli;

import java.util.concurrent.CompletableFuture;

/**
 * Turns Ctrl-C and SIGTERM into a flag: the work under way is finished, what there is to save is
 * saved, and the process exits with the command's own exit code.
 */
final class Interruption implements AutoCloseable {
  /** The command's exit code, once it has ended. */
  private static final CompletableFuture<Integer> EXIT = new CompletableFuture<>();

  private final Thread hook = new Thread(this::interrupt, "interruption");
  private volatile boolean requested;

  /** From here on an interruption is a request. */
  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the user wants an end. */
  boolean requested() {
    return requested;
  }

  private void interrupt() {
    requested = true;
    Runtime.getRuntime().halt(EXIT.join());
  }

  /** Ends the process: the command is done, and all that it had to say is said. */
  static void exit(int code) {
    EXIT.complete(code);
    // While an interruption is under way this waits; then the code above ends the process.
    System.exit(code);
  }

  /** The work is saved; from here on an interruption ends the process as usual. */
  @Override
  public void close() {
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // An interruption came this very moment; it will find the command's exit code.
        requested = true;
      }
    }
  }
}
