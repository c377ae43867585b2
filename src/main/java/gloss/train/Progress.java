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
 * @param skipped updates left out because their loss or gradient was not finite
 * @param skippedInARow those of them since the last that was not left out
 * @param validationDue whether a validation comes before the next update
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
    int skippedInARow,
    boolean validationDue,
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
      new Progress(Elapsed.NONE, 1, 0, Best.NONE, Best.NONE, 0, 0, 0, false, 1, 0);

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
    return moved(elapsed.afterStep(epochs, count), epoch, position + batches).skipped(skipped, 0);
  }

  /** The last update was left out, and so were {@code before} in a row before it. */
  Progress skip(int before) {
    return skipped(skipped + 1, before + 1);
  }

  Progress nextEpoch() {
    return moved(elapsed.withEpochs(epoch), epoch + 1, 0);
  }

  Progress at(double seconds) {
    return moved(elapsed.withSeconds(seconds), epoch, position);
  }

  Progress dueForValidation(boolean due) {
    return judged(best, latest, stale, due);
  }

  /** After a validation whose value of the metric that decides is given. */
  Progress validated(double value, boolean better) {
    Best now = new Best(step(), value);
    return judged(better ? now : best, now, better ? 0 : stale + 1, false);
  }

  /** With a better value than that of any validation, found when training was over. */
  Progress surpassed(double value) {
    return judged(new Best(step(), value), latest, stale, validationDue);
  }

  Progress scaled(double newScale) {
    return paced(newScale, reserve);
  }

  Progress reserving(double seconds) {
    return paced(scale, seconds);
  }

  private Progress moved(Elapsed newElapsed, int newEpoch, int newPosition) {
    return new Progress(
        newElapsed,
        newEpoch,
        newPosition,
        best,
        latest,
        stale,
        skipped,
        skippedInARow,
        validationDue,
        scale,
        reserve);
  }

  private Progress skipped(long all, int inARow) {
    return new Progress(
        elapsed, epoch, position, best, latest, stale, all, inARow, validationDue, scale, reserve);
  }

  private Progress judged(Best newBest, Best newLatest, int newStale, boolean due) {
    return new Progress(
        elapsed,
        epoch,
        position,
        newBest,
        newLatest,
        newStale,
        skipped,
        skippedInARow,
        due,
        scale,
        reserve);
  }

  private Progress paced(double newScale, double newReserve) {
    return new Progress(
        elapsed,
        epoch,
        position,
        best,
        latest,
        stale,
        skipped,
        skippedInARow,
        validationDue,
        newScale,
        newReserve);
  }
}
