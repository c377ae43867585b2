package gloss.train;

import gloss.recipe.Elapsed;

/**
 * How far training is: everything in a training state that is not an array.
 *
 * @param elapsed how much training there has been, over all runs
 * @param epoch the pass over the data that is under way, from 1
 * @param position batches of this epoch that are done
 * @param best the best validation so far
 * @param latest the last validation
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
    Best latest,
    int stale,
    long skipped,
    double scale,
    double reserve) {
  /**
   * A validation.
   *
   * @param step the step before it, 0 as long as there is none
   * @param value of the metric that decides
   */
  public record Best(long step, double value) {
    static final Best NONE = new Best(0, Double.NaN);
  }

  /** Before the first update. */
  public static final Progress START =
      new Progress(Elapsed.NONE, 1, 0, Best.NONE, Best.NONE, 0, 0, 1, 0);

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
        latest,
        stale,
        skipped,
        scale,
        reserve);
  }

  /** The last update was left out. */
  Progress skip() {
    return new Progress(elapsed, epoch, position, best, latest, stale, skipped + 1, scale, reserve);
  }

  Progress nextEpoch() {
    return new Progress(
        elapsed.withEpochs(epoch), epoch + 1, 0, best, latest, stale, skipped, scale, reserve);
  }

  Progress at(double seconds) {
    return new Progress(
        elapsed.withSeconds(seconds),
        epoch,
        position,
        best,
        latest,
        stale,
        skipped,
        scale,
        reserve);
  }

  /** After a validation whose value of the metric that decides is given. */
  Progress validated(double value, boolean better) {
    Best now = new Best(step(), value);
    return new Progress(
        elapsed,
        epoch,
        position,
        better ? now : best,
        now,
        better ? 0 : stale + 1,
        skipped,
        scale,
        reserve);
  }

  /** With a better value than that of any validation, found when training was over. */
  Progress surpassed(double value) {
    return new Progress(
        elapsed, epoch, position, new Best(step(), value), latest, stale, skipped, scale, reserve);
  }

  Progress scaled(double newScale) {
    return new Progress(elapsed, epoch, position, best, latest, stale, skipped, newScale, reserve);
  }

  Progress reserving(double seconds) {
    return new Progress(elapsed, epoch, position, best, latest, stale, skipped, scale, seconds);
  }
}
