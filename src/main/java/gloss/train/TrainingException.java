package gloss.train;

/**
 * A training cannot go on, though nothing was wrong when it began; the message is one line. The
 * checkpoints stay, so it may be resumed.
 */
public final class TrainingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TrainingException(String message) {
    super(message);
  }

  /** With what made it impossible. */
  public TrainingException(String message, Throwable cause) {
    super(message, cause);
  }
}
