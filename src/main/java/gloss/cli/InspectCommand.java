package gloss.cli;

import gloss.model.ModelFolder;
import gloss.model.ModelSummary;
import gloss.recipe.Recipe;
import gloss.score.Json;
import gloss.task.Tasks;
import gloss.text.InputException;
import gloss.train.Safetensors;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss inspect}. */
@Command(
    name = "inspect",
    description = "Shows what a model, a recipe or a file of weights is.",
    footer = {
      "",
      "Of a model or a recipe: task, languages, network, parameters by part, vocabulary, progress "
          + "of the training, files, and the shape of every weight. A recipe's data are not read.",
      "Of a checkpoint or a file of weights (.safetensors): its arrays and what it says of itself."
    })
final class InspectCommand implements Callable<Integer> {
  private static final String WEIGHTS = ".safetensors";
  private static final int INDENT = 2;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL|RECIPE|FILE",
      description = "Folder of a model, a recipe (or its folder), or a .safetensors file.")
  private Path path;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Replaces a value of the recipe, such as network.size=256. May be repeated.")
  private List<String> settings = List.of();

  @Override
  public Integer call() throws IOException {
    Inspection inspection = inspection();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(inspection.toMap(), INDENT, false));
    } else {
      inspection.lines().forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private Inspection inspection() throws IOException {
    if (path.toString().endsWith(WEIGHTS) && !Files.isDirectory(path)) {
      checkNoSettings("a file of weights");
      return new WeightsInspection(path, Safetensors.contents(path));
    }
    ModelFolder folder = new ModelFolder(path);
    if (folder.isTaken()) {
      checkNoSettings("a trained model");
      return new ModelInspection(ModelSummary.ofModel(Tasks.of(folder), folder));
    }
    return new ModelInspection(ModelSummary.ofRecipe(Tasks.of(Recipe.load(path, settings))));
  }

  private void checkNoSettings(String what) {
    if (!settings.isEmpty()) {
      throw new InputException("--set changes recipes; " + path + " is " + what);
    }
  }

  /** What there is to show. */
  interface Inspection {
    /** For people. */
    List<String> lines();

    /** For programs. */
    Map<String, Object> toMap();
  }
}
