package gloss.train;

/** Sums up updates between two looks at them. */
public final class Meter {
  private double plain;
  private double count;
  private double norm;
  private int steps;
  private long since = System.nanoTime();

  /** Takes in an update. */
  public void add(StepReport report) {
    plain += report.plain();
    count += report.count();
    norm += report.norm();
    steps++;
  }

  /** How many updates were taken in since the last reading. */
  public int steps() {
    return steps;
  }

  /** Leaves out the time since the last update, which went into something else. */
  public void pause() {
    reset();
  }

  /** Mean values since the last reading; starts over. */
  public Reading read() {
    double seconds = (System.nanoTime() - since) / 1e9;
    Reading reading =
        new Reading(plain / Math.max(1, count), norm / Math.max(1, steps), count / seconds);
    reset();
    return reading;
  }

  private void reset() {
    plain = 0;
    count = 0;
    norm = 0;
    steps = 0;
    since = System.nanoTime();
  }

  /**
   * Mean values of some updates.
   *
   * @param loss an item
   * @param norm of the gradients before clipping
   * @param perSecond items a second
   */
  public record Reading(double loss, double norm, double perSecond) {}
}
