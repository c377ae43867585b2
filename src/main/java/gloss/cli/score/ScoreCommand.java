package gloss.cli.score;

import gloss.score.Signature;
import gloss.score.job.NamedMetric;
import gloss.score.job.Refusal;
import gloss.score.job.ScoreJob;
import gloss.score.job.ScoreOptions;
import gloss.score.job.ScoreOptions.Tests;
import gloss.score.parallel.Pipeline;
import gloss.score.significance.TrialRunner;
import gloss.text.InputException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gloss score}: takes sacreBLEU's command line as it is. */
@Command(
    name = "score",
    description = {
      "Scores system outputs against references: BLEU, chrF, TER, ROUGE.",
      "Takes sacreBLEU's command line as it is and prints the same numbers and formats."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed, or files differ in length",
      "2:wrong use",
      "3:a score did not pass --fail-under or --fail-if-worse"
    },
    versionProvider = ScoreCommand.Version.class)
public final class ScoreCommand implements Callable<Integer> {
  private static final int NOT_GOOD_ENOUGH = 3;

  /** Options that say what to do with metrics. */
  private static final List<String> FOR_METRICS =
      List.of(
          "--confidence",
          "--paired-bs",
          "--paired-ar",
          "--sentence-level",
          "--per-segment",
          "--doc-ids",
          "--fail-under",
          "--fail-if-worse");

  @Spec private CommandSpec spec;

  @Mixin private InputFlags input;

  @Mixin private MetricFlags metrics;

  @Option(
      names = {"-sl", "--sentence-level"},
      description = "Print one score per segment (one metric, one system).")
  private boolean sentenceLevel;

  @Option(
      names = "--per-segment",
      paramLabel = "FILE",
      description = "Also write a table of all segments, parted by TAB.")
  private @Nullable Path perSegment;

  @Mixin private TestFlags tests;
  @Mixin private ReportFlags report;
  @Mixin private GateFlags gates;

  @Option(
      names = {"-j", "--paired-jobs"},
      paramLabel = "N",
      defaultValue = "0",
      description = "Threads; 0 for all cores (default). The results do not depend on it.")
  private int jobs;

  @Option(
      names = {"-q", "--quiet"},
      description = "No warnings.")
  private boolean quiet;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean version;

  @Override
  public Integer call() throws IOException {
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false);
    try {
      boolean passed =
          new ScoreJob(input.input(System.in, tests.paired()), options(), out, warnings()).run();
      return passed ? 0 : NOT_GOOD_ENOUGH;
    } catch (Refusal e) {
      complain(e.line());
      return e.exitCode();
    } finally {
      out.flush();
    }
  }

  private ScoreOptions options() throws IOException {
    Map<String, String> environment = System.getenv();
    List<NamedMetric> chosen = metrics.metrics();
    if (chosen.isEmpty()) {
      refuseWhatNeedsMetrics();
    }
    int threads = jobs > 0 ? jobs : Pipeline.allCores();
    Tests wanted = tests.tests(TrialRunner.threads(threads), environment);
    if (sentenceLevel && (chosen.size() != 1 || wanted.any())) {
      throw new InputException("-sl is for one metric and without intervals and tests");
    }
    return new ScoreOptions(
        chosen,
        wanted,
        report.layout(environment),
        new ScoreOptions.Extras(
            sentenceLevel, Optional.ofNullable(perSegment), metrics.rouge().script(), threads),
        gates.gates(chosen, tests.paired()));
  }

  /** The script knows its own intervals only; what is about metrics would be lost. */
  private void refuseWhatNeedsMetrics() {
    for (String option : FOR_METRICS) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new InputException(
            option
                + " is for metrics, and --rouge155 alone computes none; add some with -m, such as"
                + " -m rouge1 rouge2");
      }
    }
  }

  private Consumer<String> warnings() {
    return quiet ? line -> {} : this::complain;
  }

  private void complain(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("gloss: " + line);
    err.flush();
  }

  /** The version that signatures carry. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Signature.program().pairs().get("version")};
    }
  }
}
