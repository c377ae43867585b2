package gloss.model;

import gloss.train.Observer;
import gloss.train.StepReport;
import gloss.train.Stop;
import gloss.train.TrainingState;
import java.io.IOException;
import java.util.List;

/** A user who interrupts a training after a step. */
public final class StopAt implements Observer {
  private final long step;
  private boolean reached;

  /** After this step, or never with 0. */
  public StopAt(long step) {
    this.step = step;
  }

  @Override
  public void stepped(TrainingState state, StepReport report) {
    reached = report.step() == step;
  }

  /** Whether that step was the last one. */
  public boolean reached() {
    return reached;
  }

  /** Trains until the step given, or to the end with 0, and closes the training. */
  public static Stop train(Training training, long step) throws IOException {
    StopAt stop = new StopAt(step);
    try (training) {
      return training.run(List.of(stop), stop::reached);
    }
  }
}
