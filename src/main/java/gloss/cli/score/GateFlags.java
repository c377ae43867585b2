package gloss.cli.score;

import gloss.score.job.NamedMetric;
import gloss.score.job.ScoreOptions.Gates;
import gloss.text.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that make a build fail. */
final class GateFlags {
  @Option(
      names = "--fail-under",
      paramLabel = "METRIC=SCORE",
      arity = "1..*",
      description = {
        "Exit with 3 if a score is worse than this, e.g. bleu=30; for TER, worse is higher."
      })
  private Map<String, Double> failUnder = new LinkedHashMap<>();

  @Option(
      names = "--fail-if-worse",
      description = {
        "Exit with 3 if a system is significantly (p < 0.05) worse than the first;",
        "needs --paired-bs or --paired-ar."
      })
  private boolean failIfWorse;

  Gates gates(List<NamedMetric> metrics, boolean paired) {
    List<String> names = metrics.stream().map(NamedMetric::name).toList();
    for (String name : failUnder.keySet()) {
      if (!names.contains(name)) {
        throw new InputException(
            "--fail-under "
                + name
                + "=…: this metric is not computed; behind -m are "
                + String.join(", ", names));
      }
    }
    if (failIfWorse && !paired) {
      throw new InputException("--fail-if-worse needs --paired-bs or --paired-ar");
    }
    return new Gates(Map.copyOf(failUnder), failIfWorse);
  }
}
