package gloss.cli;

import gloss.explain.Explanation;
import gloss.explain.ModelComparison;
import gloss.report.ComparisonPage;
import gloss.text.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss compare}. */
@Command(
    name = "compare",
    description =
        "Shows two models side by side on the same examples, with paired significance tests and"
            + " what changed most.")
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "MODEL_A", description = "Folder of a trained model.")
  private Path first;

  @Parameters(index = "1", paramLabel = "MODEL_B", description = "Folder of another.")
  private Path second;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      defaultValue = "valid",
      description = "A split of the models' data. Default: ${DEFAULT-VALUE}.")
  private String split;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where compare-SPLIT.html and compare-SPLIT.json go. Default: here.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    ModelComparison comparison = compared();
    Files.createDirectories(output);
    Path page = output.resolve("compare-" + split + ".html");
    AtomicFile.writeString(page, ComparisonPage.html(comparison));
    AtomicFile.writeString(
        output.resolve("compare-" + split + ".json"), ComparisonPage.json(comparison));
    PrintWriter out = spec.commandLine().getOut();
    for (ModelComparison.Test test : comparison.tests()) {
      out.println(
          String.format(
              Locale.ROOT,
              "%s: %.4f and %.4f, p = %.4f",
              test.a().name(),
              test.a().value(),
              test.b().value(),
              test.p()));
    }
    out.println(page);
    out.flush();
    return 0;
  }

  /** Two models of one recipe, and so of one name, are told apart by their folders. */
  private ModelComparison compared() throws IOException {
    Explanation a = ExplainCommand.explain(first, split);
    Explanation b = ExplainCommand.explain(second, split);
    return a.model().equals(b.model())
        ? ModelComparison.of(a.named(first.toString()), b.named(second.toString()))
        : ModelComparison.of(a, b);
  }
}
