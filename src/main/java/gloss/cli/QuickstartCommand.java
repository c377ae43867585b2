package gloss.cli;

import gloss.recipe.Recipe;
import gloss.recipe.TranslationRecipe;
import gloss.report.Report;
import gloss.task.Evaluation;
import gloss.task.ModelFolder;
import gloss.task.Training;
import gloss.text.InputException;
import gloss.train.Stop;
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
    try (Training training = Training.startOver((TranslationRecipe) recipe, folder)) {
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
    for (String split : Evaluation.testSplits(training.model())) {
      Evaluation evaluation =
          Evaluation.of(training.model(), split, training.model().recipe().decoding());
      out.println();
      EvaluateCommand.print(evaluation, folder, out);
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
    int every = Math.max(1, evaluation.text().size() / EXAMPLES);
    for (int i = 0; i < EXAMPLES && i * every < evaluation.text().size(); i++) {
      out.println("  source     " + evaluation.text().sources().get(i * every));
      out.println("  reference  " + evaluation.text().targets().get(i * every));
      out.println("  output     " + evaluation.hypotheses().get(i * every));
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
