package gloss.cli;

import gloss.cli.terminal.Terminal;
import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.Extent;
import gloss.recipe.Recipe;
import gloss.report.ReportPage;
import gloss.task.Tasks;
import gloss.train.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = Budget.class,
      description =
          "Train for so long, such as 90m, 1h30m or 45s, in the place of the recipe's "
              + "training.until; a linear or cosine schedule runs down to it.")
  private @Nullable Extent budget;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Outputs to show at each validation, up to 10. Default: ${DEFAULT-VALUE}. The report has"
              + " all.")
  private int samples;

  @Option(
      names = "--strict",
      description = "Refuse damaged files of the data, which are left out otherwise.")
  private boolean strict;

  @ArgGroup private @Nullable Existing existing;

  /** Reads a time. */
  private static final class Budget implements ITypeConverter<Extent> {
    @Override
    public Extent convert(String text) {
      try {
        Extent time = Extent.parse(text);
        if (time.unit().isTime() && time.count() > 0) {
          return time;
        }
      } catch (IllegalArgumentException e) {
        // Said below, with what was expected.
      }
      throw new TypeConversionException(
          "expected a time such as 90m, 1h30m or 45s, found '" + text + "'");
    }
  }

  /** What to do with a training that is there already. */
  private static final class Existing {
    @Option(names = "--resume", description = "Go on from the newest checkpoint.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Begin anew; the old model is deleted.")
    private boolean overwrite;
  }

  @Override
  public Integer call() throws IOException {
    if (samples < 0) {
      throw new ParameterException(spec.commandLine(), "--samples must be 0 or more: " + samples);
    }
    Path file = Files.isDirectory(recipe) ? recipe.resolve(Recipe.FILE) : recipe;
    Recipe written = Recipe.load(file, allSettings());
    Recipe loaded = budget == null ? written : written.with(written.training().within(budget));
    Path beside = Objects.requireNonNullElse(file.getParent(), Path.of("."));
    ModelFolder folder = new ModelFolder(out != null ? out : beside);
    PrintWriter err = spec.commandLine().getErr();
    try (Training training = open(loaded, folder, err)) {
      Stop stop = run(training, err, samples);
      spec.commandLine().getOut().println(folder.path());
      if (!stop.complete()) {
        err.println("go on with: " + resuming());
      }
    }
    return 0;
  }

  private Training open(Recipe loaded, ModelFolder folder, PrintWriter err) throws IOException {
    if (existing != null && existing.resume) {
      return Tasks.resume(loaded, folder, warning -> err.println("gloss: " + warning));
    }
    return existing != null && existing.overwrite
        ? Tasks.startOver(loaded, folder)
        : Tasks.start(loaded, folder);
  }

  private List<String> allSettings() {
    List<String> all = new ArrayList<>(settings);
    if (strict) {
      all.add("data.strict=true");
    }
    return all;
  }

  private String resuming() {
    List<String> words = new ArrayList<>(List.of("gloss", "train", recipe.toString()));
    settings.forEach(setting -> words.addAll(List.of("--set", setting)));
    if (out != null) {
      words.addAll(List.of("--out", out.toString()));
    }
    if (budget != null) {
      words.addAll(List.of("--budget", budget.toString().replace(" ", "")));
    }
    if (strict) {
      words.add("--strict");
    }
    words.add("--resume");
    return String.join(" ", words);
  }

  /**
   * Trains and shows it; an interruption ends it after the step under way.
   *
   * @param samples outputs to show at each validation
   */
  static Stop run(Training training, PrintWriter err, int samples) throws IOException {
    training.remarks().forEach(remark -> err.println("gloss: " + remark));
    err.printf(Locale.ROOT, "%s%n", training.summary());
    Progress progress = new Progress(err, Terminal.attached(), training, samples);
    try (Interruption interruption = new Interruption(err)) {
      return training.run(
          List.of(progress, new ReportPage(training.folder().path())), interruption::requested);
    } finally {
      progress.clear();
    }
  }
}
