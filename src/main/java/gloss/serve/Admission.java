package gloss.serve;

import java.util.concurrent.atomic.AtomicInteger;

/** The bound on what is at work or waits, in lines. */
final class Admission {
  private final int most;
  private final AtomicInteger inside = new AtomicInteger();

  Admission(int most) {
    this.most = most;
  }

  /**
   * Lets lines in; whoever did so lets them out again.
   *
   * @param streams whether more could be answered in parts
   * @throws Problem if there is no room: for ever (413), or now (429)
   */
  void enter(int lines, boolean streams) {
    if (lines > most) {
      throw new Problem(
          Problem.TOO_LARGE,
          "a request may have at most %d lines, but has %d%s"
              .formatted(
                  most,
                  lines,
                  streams
                      ? "; longer input is answered as a stream (Accept: application/x-ndjson)"
                      : ""));
    }
    if (inside.addAndGet(lines) > most) {
      inside.addAndGet(-lines);
      throw new Problem(
          Problem.TOO_MANY_REQUESTS, "too much is waiting already; try again in a second");
    }
  }

  void leave(int lines) {
    inside.addAndGet(-lines);
  }

  int inside() {
    return inside.get();
  }
}
