package gloss.corpus.fetch;

import java.io.IOException;

/** What was transferred is not what it should be: it is damaged, or something else. */
final class BadContent extends IOException {
  private static final long serialVersionUID = 1;

  BadContent(String message) {
    super(message);
  }

  BadContent(String message, Throwable cause) {
    super(message, cause);
  }
}
