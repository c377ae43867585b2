package gloss.explain;

import gloss.score.Metric;
import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import gloss.score.significance.Comparison;
import gloss.score.significance.Evaluation;
import gloss.score.significance.PairedBootstrap;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Two models on the same lines of a split.
 *
 * @param a one model, on the lines that both explained
 * @param b the other, on the same lines in the same order
 * @param metric by which lines compare
 */
public record ModelComparison(Explanation a, Explanation b, TextMetric metric) {
  private static final int RESAMPLES = 1000;

  /**
   * A metric of both.
   *
   * @param p of the paired bootstrap: how likely such a difference is if both were as good
   */
  public record Test(Score a, Score b, double p, boolean higherIsBetter) {
    /** Whether the difference is significant at 0.05. */
    public boolean isSignificant() {
      return p < 0.05;
    }

    /** Whether b is the better one. */
    public boolean isBetter() {
      return higherIsBetter == b.value() > a.value() && b.value() != a.value();
    }
  }

  /**
   * A line of both.
   *
   * @param scoreA what a's output scores by itself
   */
  public record Changed(Line a, Line b, double scoreA, double scoreB) {
    /** How much better b is. */
    public double gain() {
      return scoreB - scoreA;
    }
  }

  /**
   * Compares two models.
   *
   * @throws InputException if they were not tried on the same lines
   */
  public static ModelComparison of(Explanation a, Explanation b) {
    Set<Integer> common = numbers(a);
    common.retainAll(numbers(b));
    Explanation ofA = only(a, common);
    Explanation ofB = only(b, common);
    for (int i = 0; i < common.size(); i++) {
      if (!ofA.lines().get(i).reference().equals(ofB.lines().get(i).reference())) {
        throw new InputException(
            "line %d of '%s' is not the same in both models' data; they can be compared on the same text only"
                .formatted(ofA.lines().get(i).number(), a.split()));
      }
    }
    return new ModelComparison(
        ofA, ofB, TextMetrics.named(a.metrics().get(0), MetricSettings.defaults()).forSegments());
  }

  private static Set<Integer> numbers(Explanation explanation) {
    Set<Integer> numbers = new HashSet<>();
    explanation.lines().forEach(line -> numbers.add(line.number()));
    return numbers;
  }

  private static Explanation only(Explanation explanation, Set<Integer> numbers) {
    return new Explanation(
        explanation.model(),
        explanation.split(),
        explanation.lines().stream().filter(line -> numbers.contains(line.number())).toList(),
        explanation.metrics());
  }

  /** The usual metrics of the task, and the loss. */
  public List<Test> tests() {
    List<Test> tests = new ArrayList<>();
    for (String name : a.metrics()) {
      Metric<Segment> usual = TextMetrics.named(name, MetricSettings.defaults());
      tests.add(test(usual, ModelComparison::segment));
    }
    tests.add(test(new LossPerCharacter(), line -> line));
    return tests;
  }

  private <E> Test test(Metric<E> measured, Function<Line, E> example) {
    List<Comparison> compared =
        new PairedBootstrap(RESAMPLES)
            .compare(
                List.of(
                    Evaluation.of(measured, a.lines().stream().map(example).toList()),
                    Evaluation.of(measured, b.lines().stream().map(example).toList())));
    Score ofA = compared.get(0).score();
    Score ofB = compared.get(1).score();
    // Of equals no resample differs, which the test would take for a very sure difference.
    double p = ofA.value() == ofB.value() ? 1 : compared.get(1).pValue().orElse(1);
    return new Test(ofA, ofB, p, measured.higherIsBetter());
  }

  private static Segment segment(Line line) {
    return Segment.of(line.output(), line.reference());
  }

  /** The lines whose outputs differ, those first that gained most. */
  public List<Changed> changed() {
    List<Changed> changed = new ArrayList<>();
    for (int i = 0; i < a.lines().size(); i++) {
      Line ofA = a.lines().get(i);
      Line ofB = b.lines().get(i);
      if (!ofA.output().equals(ofB.output())) {
        changed.add(
            new Changed(
                ofA, ofB, metric.score(segment(ofA)).value(), metric.score(segment(ofB)).value()));
      }
    }
    changed.sort(Comparator.comparingDouble(Changed::gain).reversed());
    return changed;
  }
}
