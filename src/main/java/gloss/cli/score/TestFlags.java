package gloss.cli.score;

import gloss.score.job.ScoreOptions.Paired;
import gloss.score.job.ScoreOptions.Tests;
import gloss.score.report.TestNote;
import gloss.score.significance.ApproximateRandomization;
import gloss.score.significance.Bootstrap;
import gloss.score.significance.PairedBootstrap;
import gloss.score.significance.Seed;
import gloss.score.significance.TrialRunner;
import gloss.text.InputException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of intervals and paired tests. */
final class TestFlags {
  private static final String SEED = "SACREBLEU_SEED";

  @Option(
      names = {"-ci", "--confidence"},
      description = "Add a 95 %% confidence interval (one system).")
  private boolean confidence;

  @Option(
      names = {"-cin", "--confidence-n"},
      paramLabel = "N",
      defaultValue = "1000",
      description = "Resamples for the interval (default: ${DEFAULT-VALUE}).")
  private int confidenceSamples;

  @Option(
      names = {"-pbs", "--paired-bs"},
      description = "Compare systems with the first by paired bootstrap.")
  private boolean pairedBootstrap;

  @Option(
      names = {"-pbsn", "--paired-bs-n"},
      paramLabel = "N",
      defaultValue = "1000",
      description = "Resamples of the paired bootstrap (default: ${DEFAULT-VALUE}).")
  private int bootstrapSamples;

  @Option(
      names = {"-par", "--paired-ar"},
      description = "Compare systems with the first by approximate randomization.")
  private boolean pairedRandomization;

  @Option(
      names = {"-parn", "--paired-ar-n"},
      paramLabel = "N",
      defaultValue = "10000",
      description = "Trials of the randomization (default: ${DEFAULT-VALUE}).")
  private int randomizationTrials;

  boolean paired() {
    return pairedBootstrap || pairedRandomization;
  }

  Tests tests(TrialRunner runner, Map<String, String> environment) {
    if (pairedBootstrap && pairedRandomization) {
      throw new InputException("choose one of --paired-bs and --paired-ar");
    }
    String name = environment.get(SEED);
    Seed seed = name == null ? Seed.DEFAULT : new Seed(name.toLowerCase(java.util.Locale.ROOT));
    Optional<Bootstrap> interval =
        confidence ? Optional.of(new Bootstrap(confidenceSamples, seed, runner)) : Optional.empty();
    if (pairedBootstrap) {
      return new Tests(
          interval,
          Optional.of(
              new Paired(
                  new PairedBootstrap(bootstrapSamples, seed, runner),
                  new TestNote(true, bootstrapSamples))));
    }
    if (pairedRandomization) {
      return new Tests(
          interval,
          Optional.of(
              new Paired(
                  new ApproximateRandomization(randomizationTrials, 0, seed, runner),
                  new TestNote(false, randomizationTrials))));
    }
    return new Tests(interval, Optional.empty());
  }
}
