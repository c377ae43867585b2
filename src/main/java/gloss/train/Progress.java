package gloss.train;

/**
 * How far training is: everything in a training state that is not an array.
 *
 * @param step updates done
 * @param epoch the pass over the data that is under way, from 1
 * @param position batches of this epoch that are done
 * @param seconds spent training, validations included, over all runs
 * @param best the best validation so far
 * @param stale validations since then
 * @param skipped updates left out because their loss or gradient was not finite
 * @param skippedInARow those of them since the last that was not left out
 * @param validationDue whether a validation comes before the next update
 */
public record Progress(
    long step,
    int epoch,
    int position,
    double seconds,
    Best best,
    int stale,
    long skipped,
    int skippedInARow,
    boolean validationDue) {
  /** The best validation so far, at step 0 as long as there is none. */
  public record Best(long step, double value) {}

  /** Before the first update. */
  public static final Progress START =
      new Progress(0, 1, 0, 0, new Best(0, Double.NaN), 0, 0, 0, false);

  Progress afterUpdate(int batches, boolean applied) {
    return new Progress(
        step + 1,
        epoch,
        position + batches,
        seconds,
        best,
        stale,
        skipped + (applied ? 0 : 1),
        applied ? 0 : skippedInARow + 1,
        validationDue);
  }

  Progress nextEpoch() {
    return new Progress(
        step, epoch + 1, 0, seconds, best, stale, skipped, skippedInARow, validationDue);
  }

  Progress at(double newSeconds) {
    return new Progress(
        step, epoch, position, newSeconds, best, stale, skipped, skippedInARow, validationDue);
  }

  Progress dueForValidation(boolean due) {
    return new Progress(step, epoch, position, seconds, best, stale, skipped, skippedInARow, due);
  }

  /** After a validation whose value of the metric that decides is given. */
  Progress validated(double value, boolean better) {
    return new Progress(
        step,
        epoch,
        position,
        seconds,
        better ? new Best(step, value) : best,
        better ? 0 : stale + 1,
        skipped,
        skippedInARow,
        false);
  }
}
