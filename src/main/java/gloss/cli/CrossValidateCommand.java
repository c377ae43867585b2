package gloss.cli;

import gloss.cli.terminal.Terminal;
import gloss.model.Evaluation;
import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.HoldOutRecipe;
import gloss.recipe.ImageClassificationRecipe;
import gloss.recipe.Recipe;
import gloss.recipe.TableRecipe;
import gloss.report.ConsoleProgress;
import gloss.report.ReportPage;
import gloss.task.Tasks;
import gloss.text.InputException;
import gloss.train.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss cross-validate}. */
@Command(
    name = "cross-validate",
    description =
        "Cuts a table or pictures into K parts, trains K models without one of them each, and tells"
            + " how good they are on the part left out.",
    footer = {
      "",
      "Each model validates on a share of what it is trained on, so the part left out decides"
          + " nothing. The models are kept in DIR/fold-1, DIR/fold-2 and so on."
    })
final class CrossValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RECIPE",
      description = "A recipe for tables or pictures, or its folder.")
  private Path recipe;

  @Option(
      names = {"-k", "--folds"},
      paramLabel = "K",
      defaultValue = "5",
      description = "How many parts. Default: ${DEFAULT-VALUE}.")
  private int folds;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Replaces a value of the recipe, such as training.seed=2. May be repeated.")
  private List<String> settings = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the models, which replace older ones. Default: RECIPE's/folds.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (folds < 2) {
      throw new ParameterException(spec.commandLine(), "--folds must be at least 2: " + folds);
    }
    Path file = Files.isDirectory(recipe) ? recipe.resolve(Recipe.FILE) : recipe;
    Path beside = Objects.requireNonNullElse(file.getParent(), Path.of("."));
    Path folder = out != null ? out : beside.resolve("folds");
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (int fold = 1; fold <= folds; fold++) {
      if (!train(file, fold, folder.resolve("fold-" + fold), values)) {
        return 0;
      }
    }
    table(values).forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** Trains and tries one model; false if that was interrupted. */
  private boolean train(Path file, int fold, Path folder, Map<String, List<Double>> values)
      throws IOException {
    List<String> all = new ArrayList<>(settings);
    all.add("data.hold-out.folds=" + folds);
    all.add("data.hold-out.fold=" + fold);
    Recipe loaded = Recipe.load(file, settings);
    if (!(loaded instanceof TableRecipe || loaded instanceof ImageClassificationRecipe)) {
      throw InputException.in(
          file, "is not of a task for tables or pictures, which can be cut into folds");
    }
    loaded = Recipe.load(file, all);
    PrintWriter err = spec.commandLine().getErr();
    err.printf(Locale.ROOT, "fold %d of %d: ", fold, folds);
    try (Training training = Tasks.startOver(loaded, new ModelFolder(folder))) {
      err.println(training.summary());
      if (!run(training, err).complete()) {
        return false;
      }
      Evaluation evaluation = training.model().evaluate(HoldOutRecipe.HELD_OUT);
      for (String metric : evaluation.metrics()) {
        double value = evaluation.score(metric).value();
        evaluation.log(evaluation.score(metric), training.folder());
        values.computeIfAbsent(metric, m -> new ArrayList<>()).add(value);
      }
    }
    return true;
  }

  private static Stop run(Training training, PrintWriter err) throws IOException {
    ConsoleProgress progress = new ConsoleProgress(err, Terminal::width, training, 0);
    try (Interruption interruption = new Interruption(err)) {
      return training.run(
          List.of(progress, new ReportPage(training.folder().path())), interruption::requested);
    } finally {
      progress.clear();
    }
  }

  /** A line for each metric: mean, standard deviation (n − 1), and the value of each fold. */
  static List<String> table(Map<String, List<Double>> values) {
    List<List<String>> rows = new ArrayList<>(List.of(List.of("metric", "mean ± sd", "folds")));
    values.forEach(
        (metric, each) -> {
          double mean = each.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
          double squares = each.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
          double deviation = Math.sqrt(squares / (each.size() - 1));
          rows.add(
              List.of(
                  metric,
                  String.format(Locale.ROOT, "%.4f ± %.4f", mean, deviation),
                  String.join(
                      " ",
                      each.stream().map(v -> String.format(Locale.ROOT, "%.4f", v)).toList())));
        });
    return CorporaListCommand.aligned(rows);
  }
}
