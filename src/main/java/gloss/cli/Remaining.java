package gloss.cli;

import gloss.recipe.Extent;
import gloss.train.Progress;
import java.util.List;
import java.util.Locale;

/** Estimates how much of a training is over, from the extent that is furthest used up. */
final class Remaining {
  private final List<Extent> until;
  private long epochStart;
  private int epoch;
  private long stepsInEpoch;
  private double done;
  private double seconds;

  Remaining(List<Extent> until) {
    this.until = until;
  }

  /** Takes in the progress after an update. */
  void update(Progress progress) {
    if (progress.epoch() != epoch) {
      stepsInEpoch = epoch == 0 ? 0 : progress.step() - epochStart;
      epochStart = progress.step();
      epoch = progress.epoch();
    }
    seconds = progress.seconds();
    done =
        Math.min(1, until.stream().mapToDouble(extent -> share(extent, progress)).max().orElse(0));
  }

  private double share(Extent extent, Progress progress) {
    double count = extent.count();
    return switch (extent.unit()) {
      case STEP -> progress.step() / count;
      case EPOCH -> (progress.epoch() - 1 + partOfEpoch(progress)) / count;
      case MINUTE -> progress.seconds() / (60 * count);
      case HOUR -> progress.seconds() / (3600 * count);
    };
  }

  private double partOfEpoch(Progress progress) {
    return stepsInEpoch == 0
        ? 0
        : Math.min(1, (progress.step() - epochStart) / (double) stepsInEpoch);
  }

  /** In [0, 1]. */
  double done() {
    return done;
  }

  /** {@code " · 1:20 left"}, or nothing as long as it would be a guess. */
  String text() {
    double least = 0.01;
    return done < least ? "" : " · " + clock(seconds * (1 - done) / done) + " left";
  }

  /** {@code 1:20} for 80 seconds, {@code 2:00:05} for more than an hour. */
  static String clock(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
