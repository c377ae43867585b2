package gloss.corpus.fetch;

import java.util.concurrent.TimeUnit;

/** Notices that a transfer trickles. */
final class Pace {
  private final Patience patience;
  private long since = System.nanoTime();
  private long bytes;

  Pace(Patience patience) {
    this.patience = patience;
  }

  /** Some bytes have come; fails where there were too few of them for too long. */
  void add(int read) throws TransferFailure {
    bytes += read;
    long now = System.nanoTime();
    if (now - since >= patience.silence().toNanos()) {
      if (bytes < patience.leastBytes()) {
        throw TransferFailure.cut(
            "only %d bytes in %d s".formatted(bytes, TimeUnit.NANOSECONDS.toSeconds(now - since)));
      }
      since = now;
      bytes = 0;
    }
  }
}
