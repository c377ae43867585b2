package gloss.train;

import java.util.function.LongSupplier;

/** Seconds of training over all runs. */
final class Clock {
  private final double before;
  private final LongSupplier nanoseconds;
  private final long start;

  /**
   * A clock that starts now.
   *
   * @param before seconds of earlier runs
   */
  Clock(double before, LongSupplier nanoseconds) {
    this.before = before;
    this.nanoseconds = nanoseconds;
    start = nanoseconds.getAsLong();
  }

  double seconds() {
    return before + (nanoseconds.getAsLong() - start) / 1e9;
  }
}
