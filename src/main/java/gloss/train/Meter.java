package gloss.train;

/** Sums up updates between two looks at them. */
public final class Meter {
  private double plain;
  private double learned;
  private double count;
  private double norm;
  private int steps;
  private int applied;
  private long since = System.nanoTime();

  /** Takes in an update. */
  public void add(StepReport report) {
    count += report.count();
    steps++;
    if (report.applied()) {
      plain += report.plain();
      learned += report.count();
      norm += report.norm();
      applied++;
    }
  }

  /** How many updates were taken in since the last reading. */
  public int steps() {
    return steps;
  }

  /** Leaves out the time since the last update, which went into something else. */
  public void pause() {
    reset();
  }

  /** Mean values since the last reading, of updates that were applied; starts over. */
  public Reading read() {
    double seconds = (System.nanoTime() - since) / 1e9;
    Reading reading = new Reading(plain / learned, norm / applied, count / seconds);
    reset();
    return reading;
  }

  private void reset() {
    plain = 0;
    learned = 0;
    count = 0;
    norm = 0;
    steps = 0;
    applied = 0;
    since = System.nanoTime();
  }

  /**
   * Mean values of some updates.
   *
   * @param loss an item; not a number if no update was applied, as is the norm
   * @param norm of the gradients before clipping
   * @param perSecond items a second
   */
  public record Reading(double loss, double norm, double perSecond) {}
}
