package gloss.cli;

import gloss.explain.Explainable;
import gloss.explain.Explanation;
import gloss.model.Model;
import gloss.report.ExplanationJson;
import gloss.report.ExplanationPage;
import gloss.task.Tasks;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss explain}. */
@Command(
    name = "explain",
    description =
        "Shows what a model gets wrong, and whether it is the data: an HTML page and JSON with the"
            + " hardest examples.")
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "Folder of a trained model.")
  private Path path;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      defaultValue = "valid",
      description = "A split of the model's data. Default: ${DEFAULT-VALUE}.")
  private String split;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description =
          "Where explain-SPLIT.html and explain-SPLIT.json go. Default: the model's folder.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    Explanation explanation = explain(path, split);
    Path folder = output == null ? path : output;
    Files.createDirectories(folder);
    Path page = folder.resolve("explain-" + split + ".html");
    AtomicFile.writeString(page, ExplanationPage.of(explanation));
    AtomicFile.writeString(
        folder.resolve("explain-" + split + ".json"), ExplanationJson.of(explanation));
    spec.commandLine().getOut().println(page);
    spec.commandLine().getOut().flush();
    return 0;
  }

  static Explanation explain(Path path, String split) throws IOException {
    try (Model model = Tasks.load(path)) {
      if (model instanceof Explainable explainable) {
        return explainable.explain(split);
      }
      throw InputException.in(
          path, "cannot be explained: nothing is told of models for " + model.recipe().task());
    }
  }
}
