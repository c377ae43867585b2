package gloss.corpus.fetch;

import java.io.IOException;

/** The other side, or the way to it, failed; another source may not. */
final class TransferFailure extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean cut;

  private TransferFailure(String message, boolean cut) {
    super(message);
    this.cut = cut;
  }

  private TransferFailure(IOException cause) {
    super(cause);
    cut = true;
  }

  /** The server said no. */
  static TransferFailure refused(String message) {
    return new TransferFailure(message, false);
  }

  /** The transfer broke off. */
  static TransferFailure cut(String message) {
    return new TransferFailure(message, true);
  }

  /** The connection failed. */
  static TransferFailure of(IOException cause) {
    return new TransferFailure(cause);
  }

  /** Whether it may go on where it was, rather than be refused again. */
  boolean isCut() {
    return cut;
  }
}
