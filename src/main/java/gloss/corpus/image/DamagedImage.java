package gloss.corpus.image;

import java.io.IOException;

/** A file that is no picture, or half of one; the message says what is wrong with it. */
final class DamagedImage extends IOException {
  private static final long serialVersionUID = 1;

  DamagedImage(String message) {
    super(message);
  }

  DamagedImage(String message, Throwable cause) {
    super(message, cause);
  }
}
