package gloss.report;

import gloss.recipe.Extent;
import gloss.train.Progress;
import java.util.List;
import java.util.Locale;

/** Estimates how much of a training is over, from the extent that is furthest used up. */
final class Remaining {
  private final List<Extent> until;
  private double done;
  private double seconds;

  Remaining(List<Extent> until) {
    this.until = until;
  }

  /** Takes in the progress after an update. */
  void update(Progress progress) {
    seconds = progress.seconds();
    done =
        Math.min(
            1, until.stream().mapToDouble(end -> end.share(progress.elapsed())).max().orElse(0));
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
