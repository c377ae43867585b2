package gloss.report;

import gloss.train.Observer;
import gloss.train.Stop;
import gloss.train.TrainingState;
import gloss.train.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Keeps the page of a training up to date: writes it after each validation and at the end of a run.
 * It is made from the log, so the log's observer comes before this one.
 */
public final class ReportPage implements Observer {
  private final Path folder;

  /** The page of the model in the folder given. */
  public ReportPage(Path folder) {
    this.folder = folder;
  }

  @Override
  public void validated(TrainingState state, Validation validation, boolean best) {
    write();
  }

  @Override
  public void ended(TrainingState state, Stop stop) {
    write();
  }

  private void write() {
    try {
      Report.write(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
