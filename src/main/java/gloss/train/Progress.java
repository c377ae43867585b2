package gloss.train;

import gloss.recipe.Elapsed;

/**
 * How far training is: everything in a training state that is not an array.
 *
 * @param elapsed how much training there has been, over all runs
 * @param epoch the pass over the data that is under way, from 1
 * @param position batches of this epoch that are done
 * @param best the best validation so far
 * @param stale validations since then
 * @param skipped updates left out because their gradient was not finite
 * @param scale what validations have made of the learning rate: a factor
 * @param reserve seconds that the last validation took, which the end of training will need again
 */
public record Progress(
    Elapsed elapsed,
    int epoch,
    int position,
    Best best,
    int stale,
    long skipped,
    double scale,
    double reserve) {
  /** The best validation so far, at step 0 as long as there is none. */
  public record Best(long step, double value) {}

  /** Before the first update. */
  public static final Progress START =
      new Progress(Elapsed.NONE, 1, 0, new Best(0, Double.NaN), 0, 0, 1, 0);

  /** Updates done. */
  public long step() {
    return elapsed.steps();
  }

  /** Seconds spent training, validations included, over all runs. */
  public double seconds() {
    return elapsed.seconds();
  }

  /** How much training there has been if it ended now: with what is still to be done then. */
  public Elapsed ending() {
    return elapsed.withSeconds(elapsed.seconds() + reserve);
  }

  /**
   * After an update.
   *
   * @param share what part of an epoch its batches are
   * @param count of items learned from
   */
  Progress afterUpdate(int batches, double share, double count) {
    double epochs = Math.min(elapsed.epochs() + share, Math.nextDown((double) epoch));
    return new Progress(
        elapsed.afterStep(epochs, count),
        epoch,
        position + batches,
        best,
        stale,
        skipped,
        scale,
        reserve);
  }

  /** The last update was left out. */
  Progress skip() {
    return new Progress(elapsed, epoch, position, best, stale, skipped + 1, scale, reserve);
  }

  Progress nextEpoch() {
    return new Progress(
        elapsed.withEpochs(epoch), epoch + 1, 0, best, stale, skipped, scale, reserve);
  }

  Progress at(double seconds) {
    return new Progress(
        elapsed.withSeconds(seconds), epoch, position, best, stale, skipped, scale, reserve);
  }

  /** After a validation whose value of the metric that decides is given. */
  Progress validated(double value, boolean better) {
    Best newBest = better ? new Best(step(), value) : best;
    int newStale = better ? 0 : stale + 1;
    return new Progress(elapsed, epoch, position, newBest, newStale, skipped, scale, reserve);
  }

  Progress scaled(double newScale) {
    return new Progress(elapsed, epoch, position, best, stale, skipped, newScale, reserve);
  }

  Progress reserving(double seconds) {
    return new Progress(elapsed, epoch, position, best, stale, skipped, scale, seconds);
  }
}
