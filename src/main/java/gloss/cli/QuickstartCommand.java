package gloss.cli;

import gloss.model.Evaluation;
import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.Recipe;
import gloss.report.Report;
import gloss.task.Tasks;
import gloss.text.InputException;
import gloss.train.Stop;
import gloss.train.Validation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gloss quickstart}. */
@Command(
    name = "quickstart",
    description =
        "Trains a translator on the corpus that comes with the project, translates the test sets, "
            + "scores the translations and writes a report.")
final class QuickstartCommand implements Callable<Integer> {
  private static final Path MODEL = Path.of("models", "phrasebook-en-fr");
  private static final int EXAMPLES = 5;

  @Spec private CommandSpec spec;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Replaces a value of the recipe, such as training.seed=2. May be repeated.")
  private List<String> settings = List.of();

  @Override
  public Integer call() throws IOException {
    Path path = home().resolve(MODEL);
    Recipe recipe = Recipe.load(path.resolve(Recipe.FILE), settings);
    ModelFolder folder = new ModelFolder(path);
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "This trains a translator from English to French, some minutes long, in " + path + ".");
    try (Training training = Tasks.startOver(recipe, folder)) {
      Stop stop = TrainCommand.run(training, err, 0);
      if (stop.complete()) {
        show(training, folder);
      } else {
        err.println("go on with: " + command() + " train " + path + " --resume");
      }
    }
    return 0;
  }

  private void show(Training training, ModelFolder folder) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    for (String split : training.model().testSplits()) {
      Evaluation evaluation = training.model().evaluate(split);
      out.println();
      EvaluateCommand.print(evaluation, List.of(), folder, out);
      out.println();
      examples(evaluation, out);
    }
    out.println();
    out.println("Report:   " + Report.write(folder.path()));
    out.println("Try next: " + command() + " translate " + folder.path());
    out.println("          " + command() + " --help");
    out.flush();
  }

  private static void examples(Evaluation evaluation, PrintWriter out) {
    for (Validation.Sample sample : evaluation.samples(EXAMPLES)) {
      out.println("  source     " + sample.source());
      out.println("  reference  " + sample.reference());
      out.println("  output     " + sample.hypothesis());
      out.println();
    }
  }

  /** The project's folder, which the launcher knows. */
  private static Path home() {
    Path home = Path.of(System.getProperty("gloss.home", ""));
    if (!Files.isDirectory(home.resolve(MODEL))) {
      throw new InputException(
          home.toAbsolutePath() + ": has no " + MODEL + "; start ./gloss in the project's folder");
    }
    return home;
  }

  private static String command() {
    return System.getProperty("gloss.command", "gloss");
  }
}
