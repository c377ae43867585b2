package gloss.cli.score;

import gloss.cli.spark.ClusterFlags;
import gloss.cli.spark.CommandWords;
import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.job.Conclusion;
import gloss.score.job.NamedMetric;
import gloss.score.job.Refusal;
import gloss.score.job.ScoreOptions;
import gloss.score.job.SystemNames;
import gloss.score.significance.Evaluation;
import gloss.score.significance.TrialRunner;
import gloss.spark.Cluster;
import gloss.spark.ClusterTrials;
import gloss.spark.MetricSource;
import gloss.spark.Output;
import gloss.spark.Scoring;
import gloss.spark.ScoringInput;
import gloss.text.InputException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gloss spark score}. */
@Command(
    name = "score",
    description = "As 'gloss score', on Apache Spark: the same numbers and formats.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed, or files differ in length",
      "2:wrong use",
      "3:a score did not pass --fail-under or --fail-if-worse"
    })
public final class SparkScoreCommand implements Callable<Integer> {
  private static final int NOT_GOOD_ENOUGH = 3;

  @Spec private CommandSpec spec;

  @Mixin private ClusterFlags cluster;

  @Parameters(
      paramLabel = "REF",
      arity = "0..*",
      description = "References, one text each: files, folders or patterns; before -i.")
  private List<String> references = new ArrayList<>();

  @Option(
      names = {"-i", "--input"},
      paramLabel = "HYP",
      arity = "1..*",
      description = "System outputs.")
  private List<String> systems = new ArrayList<>();

  @Option(
      names = {"-nr", "--num-refs"},
      paramLabel = "N",
      defaultValue = "1",
      description = "The only reference has N references per line, parted by TAB.")
  private int referencesPerLine;

  @Option(
      names = {"-e", "--encoding"},
      paramLabel = "NAME",
      defaultValue = "utf-8",
      description = "Encoding of all texts (default: ${DEFAULT-VALUE}).")
  private String encoding;

  @Option(
      names = "--doc-ids",
      paramLabel = "PATH",
      defaultValue = "",
      description = "A text with one document name per segment: adds a score for every document.")
  private String documents;

  @Option(
      names = {"-sl", "--sentence-level"},
      hidden = true)
  private boolean sentenceLevel;

  @Option(
      names = {"-j", "--paired-jobs"},
      hidden = true)
  @SuppressWarnings(
      "UnusedVariable") // so that it can be left in a command line: nothing depends on it
  private int jobs;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "0",
      description = "Parts in which texts are scored; without influence on the result.")
  private int partitions;

  @Option(
      names = "--per-segment",
      paramLabel = "PATH",
      description = "Also write a table of all segments, parted by TAB.")
  private @Nullable String perSegment;

  @Option(names = "--single-file", description = "Write the table as one file, not as a folder.")
  private boolean singleFile;

  @Mixin private MetricFlags metrics;
  @Mixin private TestFlags tests;
  @Mixin private ReportFlags report;
  @Mixin private GateFlags gates;

  @Option(
      names = {"-q", "--quiet"},
      description = "No warnings.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    check();
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false);
    try (Cluster connection =
        cluster.connect("gloss score", Cluster.Sharing.TOGETHER, spec.commandLine().getErr())) {
      return connection.run(context -> score(context, out)) ? 0 : NOT_GOOD_ENOUGH;
    } catch (Refusal e) {
      complain(e.line());
      return e.exitCode();
    } finally {
      out.flush();
    }
  }

  private void check() {
    if (metrics.rouge().hasScript()) {
      throw new InputException("--rouge155 runs on one machine only; use 'gloss score'");
    }
    if (sentenceLevel) {
      throw new InputException(
          "-sl runs on one machine only; use 'gloss score', or --per-segment PATH for a table");
    }
    if (references.isEmpty() || systems.isEmpty()) {
      throw new InputException("write 'gloss spark score REF… -i HYP…'");
    }
    if (singleFile && perSegment == null) {
      throw new InputException("--single-file is for --per-segment");
    }
  }

  private boolean score(JavaSparkContext context, PrintWriter out) throws IOException {
    List<String> words = CommandWords.of(spec);
    MetricSource source = () -> CommandWords.parsed(new SparkScoreCommand(), words).textMetrics();
    List<NamedMetric> chosen = metrics.metrics();
    TrialRunner runner = new ClusterTrials(context, source);
    ScoreOptions options =
        new ScoreOptions(
            chosen,
            tests.tests(runner, System.getenv()),
            report.layout(System.getenv()),
            new ScoreOptions.Extras(false, Optional.empty(), Optional.empty(), 1),
            gates.gates(chosen, tests.paired()));
    List<String> names = SystemNames.of(systems, tests.paired());
    Conclusion conclusion = new Conclusion(options, names, out, quiet ? l -> {} : this::complain);
    Output table = perSegment == null ? null : new Output(context, perSegment, singleFile);
    ScoringInput input =
        new ScoringInput(references, referencesPerLine, systems, documents, encoding, partitions);
    try (Scoring scoring = new Scoring(context, input, source, options.tests().any())) {
      if (table != null) {
        table.write(folder -> scoring.table(names).saveAsTextFile(folder));
      }
      List<List<Evaluation<Segment>>> evaluations = scoring.evaluations();
      return conclusion.draw(
          evaluations, input.hasDocuments() ? Optional.of(scoring.documents()) : Optional.empty());
    }
  }

  private List<TextMetric> textMetrics() {
    return metrics.metrics().stream().map(NamedMetric::metric).toList();
  }

  private void complain(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("gloss: " + line);
    err.flush();
  }
}
