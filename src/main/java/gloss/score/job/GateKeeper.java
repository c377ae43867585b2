package gloss.score.job;

import gloss.score.Decimals;
import gloss.score.TextMetric;
import gloss.score.significance.Comparison;
import java.util.List;
import java.util.function.Consumer;

/** Decides whether scores are good enough, for use in builds. */
final class GateKeeper {
  private static final double LEVEL = 0.05;

  private final ScoreOptions options;
  private final Consumer<String> complaints;

  GateKeeper(ScoreOptions options, Consumer<String> complaints) {
    this.options = options;
    this.complaints = complaints;
  }

  /** Whether all systems pass; says which do not, and why. */
  boolean pass(List<String> systems, List<List<Comparison>> comparisons) {
    boolean pass = true;
    for (int m = 0; m < comparisons.size(); m++) {
      NamedMetric metric = options.metrics().get(m);
      Double bound = options.gates().failUnder().get(metric.name());
      for (int s = 0; s < systems.size(); s++) {
        Comparison comparison = comparisons.get(m).get(s);
        if (bound != null && isWorse(metric.metric(), comparison.score().value(), bound)) {
          complain(systems.get(s), comparison, "is worse than " + Decimals.shortest(bound));
          pass = false;
        }
        double baseline = comparisons.get(m).get(0).score().value();
        if (options.gates().failIfWorse()
            && comparison.isSignificant(LEVEL)
            && isWorse(metric.metric(), comparison.score().value(), baseline)) {
          complain(systems.get(s), comparison, "is significantly worse than the baseline's");
          pass = false;
        }
      }
    }
    return pass;
  }

  private static boolean isWorse(TextMetric metric, double score, double bound) {
    return metric.higherIsBetter() ? !(score >= bound) : !(score <= bound);
  }

  private void complain(String system, Comparison comparison, String why) {
    complaints.accept(
        comparison.score().name()
            + " of "
            + system
            + ", "
            + Decimals.fixed(comparison.score().value(), 2)
            + ", "
            + why);
  }
}
