package gloss.cli;

import gloss.recipe.DecodingRecipe;
import gloss.report.Report;
import gloss.score.Score;
import gloss.score.TextMetric;
import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import gloss.task.Evaluation;
import gloss.task.ModelFolder;
import gloss.task.TranslationModel;
import gloss.text.AtomicFile;
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
  private static final List<String> METRICS = List.of("bleu", "chrf");

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
      description = "What to measure: bleu, chrf, ter. May be repeated. Default: bleu and chrf.")
  private List<String> metrics = METRICS;

  @Mixin private SearchFlags search;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where the outputs go, one file a split. Default: they are not kept.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<TextMetric> measured = metrics.stream().map(EvaluateCommand::metric).toList();
    ModelFolder folder = new ModelFolder(path);
    try (TranslationModel model = TranslationModel.load(path)) {
      DecodingRecipe decoding = search.applyTo(model.recipe().decoding());
      for (String split : splits.isEmpty() ? Evaluation.testSplits(model) : splits) {
        Evaluation evaluation = Evaluation.of(model, split, decoding);
        print(evaluation, measured, folder, out);
        keep(evaluation);
      }
    }
    if (Files.exists(folder.log())) {
      Report.write(path);
    }
    return 0;
  }

  private static TextMetric metric(String name) {
    return TextMetrics.named(name, MetricSettings.defaults());
  }

  /** Prints the usual scores of an evaluation and adds them to the log. */
  static void print(Evaluation evaluation, ModelFolder folder, PrintWriter out) {
    print(evaluation, METRICS.stream().map(EvaluateCommand::metric).toList(), folder, out);
  }

  private static void print(
      Evaluation evaluation, List<TextMetric> measured, ModelFolder folder, PrintWriter out) {
    for (TextMetric metric : measured) {
      Score score = evaluation.score(metric);
      evaluation.log(score, folder);
      out.println(evaluation.split() + ": " + score);
    }
    out.flush();
  }

  private void keep(Evaluation evaluation) throws IOException {
    if (output != null) {
      AtomicFile.writeString(
          output.resolve(evaluation.split() + ".hypotheses"),
          String.join("", evaluation.hypotheses().stream().map(line -> line + "\n").toList()));
    }
  }
}
