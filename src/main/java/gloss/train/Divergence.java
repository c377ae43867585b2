package gloss.train;

import java.util.ArrayList;
import java.util.List;

/** Ends a training whose loss or gradient is not finite time after time. */
final class Divergence {
  /** One such step may be the data's fault; so many in a row are the weights' or the recipe's. */
  static final int MOST_IN_A_ROW = 3;

  private final List<String> skipped = new ArrayList<>();

  /** Takes in an update that was left out; {@code where} are its batches in words. */
  void skipped(Progress progress, String where) {
    if (progress.skippedInARow() <= 1) {
      skipped.clear();
    }
    skipped.add("step " + progress.step() + ": " + where);
    if (progress.skippedInARow() >= MOST_IN_A_ROW) {
      throw new TrainingException(
          "loss or gradient was not finite in "
              + progress.skippedInARow()
              + " steps in a row ("
              + String.join("; ", skipped)
              + "); the last good checkpoint is kept: look at these lines, or go on from there with"
              + " --resume and a lower training.optimizer.rate");
    }
  }
}
