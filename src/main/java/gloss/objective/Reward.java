package gloss.objective;

import gloss.recipe.RewardRecipe;
import gloss.recipe.RewardTerm;
import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.bleu.Bleu;
import gloss.score.bleu.Smoothings;
import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import gloss.score.chrf.Chrf;
import gloss.score.rouge.Rouge;
import gloss.score.ter.Ter;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How good an output is: the weighted mean of metrics of single lines, each divided by 100; of an
 * error rate, 1 less that. So a perfect output has 1, and all others mostly more than 0.
 *
 * <p>Immutable; may be used by many threads at once.
 */
public final class Reward {
  private final List<Term> terms;

  Reward(List<Term> terms) {
    this.terms = List.copyOf(terms);
  }

  /** A metric and its share of the whole. */
  record Term(String name, double share, TextMetric metric) {
    double of(Segment segment) {
      double score = metric.breakdown(metric.statistics(segment)).value() / 100;
      return share * (metric.higherIsBetter() ? score : 1 - score);
    }
  }

  /** The reward that a recipe asks for. */
  public static Reward of(List<RewardTerm> metrics, RewardRecipe recipe) {
    MetricSettings settings = settings(recipe);
    double sum = metrics.stream().mapToDouble(RewardTerm::weight).sum();
    List<Term> terms = new ArrayList<>();
    for (RewardTerm term : metrics) {
      TextMetric metric = TextMetrics.named(term.metric(), settings).forSegments();
      terms.add(new Term(term.metric(), term.weight() / sum, metric));
    }
    return new Reward(terms);
  }

  private static MetricSettings settings(RewardRecipe recipe) {
    return new MetricSettings(
        Bleu.builder()
            .smoothing(Smoothings.named(recipe.smoothing(), OptionalDouble.empty()))
            .lowercase(recipe.lowercase())
            .tokenizedOnPurpose(true),
        Chrf.builder(),
        Ter.builder(),
        Rouge.builder().stem(recipe.stem()).build());
  }

  /**
   * The reward of an output.
   *
   * @param line of the reference in the training text, for messages
   * @throws InputException if a metric gives no finite number
   */
  double of(String output, String reference, int line) {
    Segment segment = new Segment(output, List.of(reference));
    double sum = 0;
    for (Term term : terms) {
      double part = term.of(segment);
      if (!Double.isFinite(part)) {
        throw new InputException(
            "objective.risk.metric: %s gives %s for an output of line %d of the training text: '%s'"
                .formatted(term.name, part, line, output));
      }
      sum += part;
    }
    return sum;
  }
}
