package gloss.task.image;

import com.sun.management.OperatingSystemMXBean;
import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.Recipe;
import gloss.task.Tasks;
import gloss.train.Observer;
import gloss.train.StepReport;
import gloss.train.TrainingState;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures training steps on Fashion-MNIST: {@code ImageSteps CORPUS NETWORK STEPS}, with the
 * folder of the corpus's card and the network of a recipe. Prints {@code RESULT images/s NUMBER cpu
 * NUMBER}, pictures a second of time and of the processors' time, after as many steps that do not
 * count. See {@code bench/images.sh}.
 */
final class ImageSteps {
  private static final int BATCH = 128;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private ImageSteps() {}

  public static void main(String[] arguments) throws IOException {
    int steps = Integer.parseInt(arguments[2]);
    Path folder = Files.createTempDirectory("image-steps");
    Recipe recipe =
        Recipe.parse(
            """
            task: image-classification
            data: {corpus: %s, hold-out: {valid: 0.01}}
            network: %s
            batch: {size: %d}
            training:
              optimizer: {rate: 0.001}
              schedule: {type: constant}
              clip: 0
              until: %d steps
              validate: {every: 1000000 steps}
            """
                .formatted(Path.of(arguments[0]).toAbsolutePath(), arguments[1], BATCH, 2 * steps),
            folder.resolve(Recipe.FILE));
    Watch watch = new Watch(steps);
    try (Training training = Tasks.start(recipe, new ModelFolder(folder))) {
      training.run(List.of(watch), () -> false);
    }
    double images = 1e9 * steps * BATCH;
    System.out.printf(
        Locale.ROOT,
        "RESULT images/s %.0f cpu %.0f loss %.3f%n",
        images / (watch.end - watch.start),
        images / (watch.endOfWork - watch.startOfWork),
        watch.loss);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** When the steps that count began and ended. */
  private static final class Watch implements Observer {
    private final int warm;
    private long start;
    private long end;
    private long startOfWork;
    private long endOfWork;
    private double loss;

    Watch(int warm) {
      this.warm = warm;
    }

    @Override
    public void stepped(TrainingState state, StepReport report) {
      end = System.nanoTime();
      endOfWork = PROCESS.getProcessCpuTime();
      loss = report.plain() / report.count();
      if (report.step() == warm) {
        start = end;
        startOfWork = endOfWork;
      }
    }
  }
}
