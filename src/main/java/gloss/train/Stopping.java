package gloss.train;

import gloss.recipe.Extent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When training is over: at the first of several extents, or after {@code patience} validations in
 * a row without a better one (0: never). A time given includes the validation at the end.
 */
final class Stopping {
  private final List<Extent> until;
  private final int patience;

  Stopping(List<Extent> until, int patience) {
    this.until = until;
    this.patience = patience;
  }

  /** Whether one of the extents is used up; {@code progress} is between two updates. */
  boolean isOver(Progress progress) {
    return reached(progress).isPresent();
  }

  /**
   * Whether half of a time given is over: late enough to find out how long a validation takes, so
   * that the last one ends in time.
   */
  boolean isHalfOfTimeOver(Progress progress) {
    return until.stream()
        .filter(extent -> extent.unit().isTime())
        .anyMatch(extent -> extent.share(progress.elapsed()) >= 1 / 2.0);
  }

  @Nullable Stop check(Progress progress, boolean interrupted) {
    Optional<Extent> end = reached(progress);
    if (end.isPresent()) {
      return new Stop(true, "trained for " + end.get());
    }
    if (patience > 0 && progress.stale() >= patience) {
      return new Stop(true, "no better in " + patience + " validations");
    }
    return interrupted ? Stop.INTERRUPTED : null;
  }

  private Optional<Extent> reached(Progress progress) {
    return until.stream().filter(extent -> extent.isOver(progress.ending())).findFirst();
  }
}
