package gloss.cli;

import gloss.model.Evaluation;
import gloss.model.Model;
import gloss.model.ModelFolder;
import gloss.model.SearchingModel;
import gloss.report.Report;
import gloss.score.Score;
import gloss.task.Tasks;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss evaluate}. */
@Command(
    name = "evaluate",
    description = "Runs a model on a split of its data and scores what it writes.")
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "Folder of a trained model.")
  private Path path;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "A split of the model's data. May be repeated. Default: every test split.")
  private List<String> splits = List.of();

  @Option(
      names = {"-m", "--metric"},
      paramLabel = "NAME",
      description =
          "What to measure, such as bleu. May be repeated. Default: what is usual for the task.")
  private List<String> metrics = List.of();

  @Mixin private SearchFlags search;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where the outputs go, one file a split. Default: they are not kept.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ModelFolder folder = new ModelFolder(path);
    try (Model model = Tasks.load(path)) {
      for (String split : splits.isEmpty() ? model.testSplits() : splits) {
        Evaluation evaluation = evaluate(model, split);
        PrintWriter err = spec.commandLine().getErr();
        evaluation.remarks().forEach(remark -> err.println("gloss: " + remark));
        print(evaluation, metrics, folder, out);
        keep(evaluation);
      }
    }
    if (Files.exists(folder.log())) {
      Report.write(path);
    }
    return 0;
  }

  private Evaluation evaluate(Model model, String split) throws IOException {
    if (model instanceof SearchingModel searching) {
      return searching.evaluate(split, search.applyTo(searching.decoding()));
    }
    if (search.given()) {
      throw InputException.in(path, "has no search that options could change");
    }
    return model.evaluate(split);
  }

  /**
   * Prints the scores of an evaluation and adds them to the log.
   *
   * @param metrics if none is given, those that are usual for the task
   */
  static void print(
      Evaluation evaluation, List<String> metrics, ModelFolder folder, PrintWriter out) {
    for (String metric : metrics.isEmpty() ? evaluation.metrics() : metrics) {
      Score score = evaluation.score(metric);
      evaluation.log(score, folder);
      out.println(evaluation.split() + ": " + score.text(evaluation.decimals()));
    }
    evaluation.log(folder);
    out.flush();
  }

  private void keep(Evaluation evaluation) throws IOException {
    if (output != null) {
      AtomicFile.writeString(
          output.resolve(evaluation.split() + ".hypotheses"),
          String.join("", evaluation.outputs().stream().map(line -> line + "\n").toList()));
    }
  }
}
