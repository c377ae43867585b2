package gloss.cli;

import gloss.recipe.Recipe;
import gloss.recipe.TranslationRecipe;
import gloss.task.ModelFolder;
import gloss.task.Training;
import gloss.train.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss train}. */
@Command(
    name = "train",
    description = "Trains a model from its recipe; Ctrl-C stops it so that it can go on later.")
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RECIPE",
      description = "A recipe (YAML), or a folder with recipe.yaml in it.")
  private Path recipe;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Replaces a value of the recipe, such as training.seed=2. May be repeated.")
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
    ModelFolder folder = new ModelFolder(out != null ? out : file.resolveSibling(""));
    PrintWriter err = spec.commandLine().getErr();
    if (existing != null && existing.overwrite) {
      folder.clear();
    }
    try (Interruption interruption = new Interruption();
        Training training = open((TranslationRecipe) loaded, folder, err)) {
      Stop stop = run(training, interruption, err);
      PrintWriter results = spec.commandLine().getOut();
      results.println(folder.path());
      if (!stop.complete()) {
        err.println("go on with: gloss train " + recipe + " --resume");
      }
    }
    return 0;
  }

  private Training open(TranslationRecipe loaded, ModelFolder folder, PrintWriter err)
      throws IOException {
    return existing != null && existing.resume
        ? Training.resume(loaded, folder, warning -> err.println("gloss: " + warning))
        : Training.start(loaded, folder);
  }

  /** Trains and shows it. */
  static Stop run(Training training, Interruption interruption, PrintWriter err)
      throws IOException {
    err.printf(Locale.ROOT, "%s%n", training.summary());
    Progress progress =
        new Progress(err, Terminal.attached(), training.model().recipe().training());
    return training.run(List.of(progress), interruption::requested);
  }
}
