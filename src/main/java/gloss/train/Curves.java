package gloss.train;

import java.util.Locale;
import java.util.Optional;

/**
 * Watches the learning curves of training and validation and says when they part: the training loss
 * still falls, but the validation loss has risen by 5 % over its lowest value, two validations or
 * more after it. The training loss is the mean between two validations.
 */
public final class Curves {
  private static final double SWING = 0.05;
  private static final int COURSE = 2;

  private double sum;
  private double count;
  private double lowest = Double.POSITIVE_INFINITY;
  private double trainingThen;
  private long stepThen;
  private int since;

  /** Takes in an update. */
  public void stepped(StepReport report) {
    if (report.applied()) {
      sum += report.plain();
      count += report.count();
    }
  }

  /** Takes in a validation; says in a line if the curves have parted. */
  public Optional<String> validated(long step, double loss) {
    double training = sum / count;
    sum = 0;
    count = 0;
    since++;
    if (loss < lowest) {
      lowest = loss;
      trainingThen = training;
      stepThen = step;
      since = 0;
    }
    boolean risen = loss - lowest > SWING * Math.abs(lowest);
    if (since < COURSE || !risen || !(training < trainingThen)) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the curves part: since step %d the training loss fell from %.4g to %.4g, the"
                + " validation loss rose from %.4g to %.4g; training.validate.patience ends this,"
                + " and dropout, training.penalty, more data or a smaller network help against it",
            stepThen,
            trainingThen,
            training,
            lowest,
            loss));
  }
}
