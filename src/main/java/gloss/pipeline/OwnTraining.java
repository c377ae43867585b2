package gloss.pipeline;

import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.OwnRecipe;
import gloss.report.ConsoleProgress;
import gloss.report.ReportPage;
import gloss.task.own.OwnExperiment;
import gloss.train.Observer;
import gloss.train.Stop;
import gloss.train.Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Trains a task of one's own in a folder, with all that other tasks have: progress, checkpoints,
 * going on after a stop exactly where it was, early stopping, the best weights in the end, a log, a
 * report and TensorBoard.
 */
public final class OwnTraining {
  private OwnTraining() {}

  /**
   * Trains; if a training has begun in the folder, it goes on from its newest checkpoint. In the
   * end the task's network has the best weights.
   *
   * @param out hears of the progress
   * @param observers that watch, too
   */
  public static <B> Stop run(
      Task<B> task, OwnRecipe recipe, Path folder, PrintWriter out, Observer... observers)
      throws IOException {
    return run(task, recipe, folder, out, () -> false, observers);
  }

  /**
   * The same with a question.
   *
   * @param interrupted whether to stop here; asked after each step
   */
  public static <B> Stop run(
      Task<B> task,
      OwnRecipe recipe,
      Path folder,
      PrintWriter out,
      BooleanSupplier interrupted,
      Observer... observers)
      throws IOException {
    ModelFolder model = new ModelFolder(folder);
    OwnExperiment<B> experiment = new OwnExperiment<>(recipe, task);
    try (Training training =
        model.isTaken()
            ? Training.resume(experiment, model, out::println)
            : Training.start(experiment, model)) {
      out.println(training.summary());
      List<Observer> all = new ArrayList<>();
      all.add(new ConsoleProgress(out, () -> 0, training, 0));
      all.add(new ReportPage(folder));
      all.addAll(Arrays.asList(observers));
      return training.run(all, interrupted);
    }
  }
}
