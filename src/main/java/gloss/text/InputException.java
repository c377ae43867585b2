package gloss.text;

import java.nio.file.Path;

/**
 * A mistake in what the user gave: a bad option, recipe, file or line.
 *
 * <p>The message is one line that says what is wrong, where, and how to mend it; the command line
 * prints it as it is and exits with 2. Failures that are not the user's (a full disk, a broken
 * engine) are other exceptions.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Makes the exception whose message is the whole line to be shown. */
  public InputException(String message) {
    super(message);
  }

  /** As {@link #InputException(String)}, keeping the cause for {@code --debug}. */
  public InputException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A mistake in a line of a file; {@code line} counts from 1. */
  public static InputException at(Path file, long line, String message) {
    return new InputException(file + ":" + line + ": " + message);
  }

  /** A mistake in a file as a whole. */
  public static InputException in(Path file, String message) {
    return new InputException(file + ": " + message);
  }
}
