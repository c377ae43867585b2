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
 * @param skipped updates left out because their gradient was not finite
 */
public record Progress(
    long step, int epoch, int position, double seconds, Best best, int stale, long skipped) {
  /** The best validation so far, at step 0 as long as there is none. */
  public record Best(long step, double value) {}

  /** Before the first update. */
  public static final Progress START = new Progress(0, 1, 0, 0, new Best(0, Double.NaN), 0, 0);

  Progress afterUpdate(int batches, boolean applied) {
    return new Progress(
        step + 1, epoch, position + batches, seconds, best, stale, skipped + (applied ? 0 : 1));
  }

  Progress nextEpoch() {
    return new Progress(step, epoch + 1, 0, seconds, best, stale, skipped);
  }

  Progress at(double newSeconds) {
    return new Progress(step, epoch, position, newSeconds, best, stale, skipped);
  }

  /** After a validation whose value of the metric that decides is given. */
  Progress validated(double value, boolean better) {
    return better
        ? new Progress(step, epoch, position, seconds, new Best(step, value), 0, skipped)
        : new Progress(step, epoch, position, seconds, best, stale + 1, skipped);
  }
}
