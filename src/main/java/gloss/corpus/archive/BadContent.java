package gloss.corpus.archive;

import java.io.IOException;

/** A file is not what it should be: it is damaged, or something else. */
public final class BadContent extends IOException {
  private static final long serialVersionUID = 1;

  /** Says what it is. */
  public BadContent(String message) {
    super(message);
  }

  /** Says what it is, and why. */
  public BadContent(String message, Throwable cause) {
    super(message, cause);
  }
}
