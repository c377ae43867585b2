package gloss.cli;

import gloss.cli.spark.ClusterFlags;
import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.Recipe;
import gloss.spark.Cluster;
import gloss.spark.DistributedTraining;
import gloss.task.Tasks;
import gloss.text.InputException;
import gloss.train.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss spark train}. */
@Command(
    name = "train",
    description = {
      "Trains a model on several workers of Apache Spark, as training.distributed of its recipe"
          + " says.",
      "Recipe, data and the model's folder must have the same path on all machines."
    })
public final class SparkTrainCommand implements Callable<Integer> {
  private static final int WATCH_MILLISECONDS = 200;

  @Spec private CommandSpec spec;

  @Mixin private ClusterFlags cluster;

  @Parameters(
      paramLabel = "RECIPE",
      description = "A recipe (YAML), or a folder with recipe.yaml in it.")
  private Path recipe;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Replaces a value of the recipe, such as training.distributed.workers=4. May be"
              + " repeated.")
  private List<String> settings = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the model. Default: the folder of the recipe.")
  private @Nullable Path out;

  @ArgGroup private @Nullable Existing existing;

  /** What to do with a training that is there already. */
  private static final class Existing {
    @Option(names = "--resume", description = "Go on from the newest checkpoint.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Begin anew; the old model is deleted.")
    private boolean overwrite;
  }

  @Override
  public Integer call() throws IOException {
    Path file = Files.isDirectory(recipe) ? recipe.resolve(Recipe.FILE) : recipe;
    Recipe loaded = Recipe.load(file, settings);
    Path beside = Objects.requireNonNullElse(file.getParent(), Path.of("."));
    ModelFolder folder = new ModelFolder(out != null ? out : beside);
    PrintWriter err = spec.commandLine().getErr();
    begin(loaded, folder, err);
    try (Cluster connection = cluster.connect("gloss train", Cluster.Sharing.APART, err);
        Interruption interruption = new Interruption(err)) {
      Stop stop =
          connection.run(
              context -> {
                DistributedTraining training =
                    new DistributedTraining(
                        context,
                        file,
                        settings,
                        folder.path(),
                        warning -> err.println("gloss: " + warning));
                watch(interruption, training);
                Stop reached = training.run();
                err.printf(Locale.ROOT, "each worker sent %.1f MB%n", training.sent() / 1e6);
                return reached;
              });
      err.println(stop.reason());
      spec.commandLine().getOut().println(folder.path());
    }
    return 0;
  }

  /** What is learned of the data before training, and the first weights. */
  private void begin(Recipe loaded, ModelFolder folder, PrintWriter err) throws IOException {
    if (existing != null && existing.resume) {
      if (folder.isBusy()) {
        throw InputException.in(folder.path(), "another training writes here; wait for its end");
      }
      return;
    }
    boolean over = existing != null && existing.overwrite;
    try (Training training = over ? Tasks.startOver(loaded, folder) : Tasks.start(loaded, folder)) {
      int workers = loaded.training().distributed().workers();
      err.println(training.summary() + ", " + workers + (workers == 1 ? " worker" : " workers"));
      err.println("how it goes: " + folder.log());
    }
  }

  private static void watch(Interruption interruption, DistributedTraining training) {
    Thread watcher =
        new Thread(
            () -> {
              try {
                while (!interruption.requested()) {
                  Thread.sleep(WATCH_MILLISECONDS);
                }
                training.stop();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            "gloss-interruption");
    watcher.setDaemon(true);
    watcher.start();
  }
}
