package gloss.explain;

import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.significance.PairedBootstrap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Two models that write. */
final class TextComparison {
  private static final int RESAMPLES = 1000;

  private TextComparison() {}

  static ModelComparison of(TextExplanation a, TextExplanation b) {
    TextMetric first = a.metrics().get(0).forSegments();
    return new ModelComparison(
        a,
        b,
        tests(a, b),
        "paired bootstrap of 1000 resamples; the loss is in nats a character, so that subwords may"
            + " differ",
        changed(a, b, first),
        first.name() + " of the line alone");
  }

  private static List<ModelComparison.Test> tests(TextExplanation a, TextExplanation b) {
    Pairing pairing = new Pairing(new PairedBootstrap(RESAMPLES));
    List<Segment> ofA = a.lines().stream().map(TextExplanation::segment).toList();
    List<Segment> ofB = b.lines().stream().map(TextExplanation::segment).toList();
    List<ModelComparison.Test> tests = new ArrayList<>();
    a.metrics().forEach(metric -> tests.add(pairing.test(metric, ofA, ofB)));
    tests.add(pairing.test(new LossPerCharacter(), a.lines(), b.lines()));
    return tests;
  }

  private static List<ModelComparison.Changed> changed(
      TextExplanation a, TextExplanation b, TextMetric metric) {
    List<ModelComparison.Changed> changed = new ArrayList<>();
    for (int i = 0; i < a.lines().size(); i++) {
      Line ofA = a.lines().get(i);
      Line ofB = b.lines().get(i);
      if (!ofA.output().equals(ofB.output())) {
        double scoreA = metric.score(TextExplanation.segment(ofA)).value();
        double scoreB = metric.score(TextExplanation.segment(ofB)).value();
        double gain = metric.higherIsBetter() ? scoreB - scoreA : scoreA - scoreB;
        changed.add(new ModelComparison.Changed(i, ofA.number(), scoreA, scoreB, gain));
      }
    }
    changed.sort(Comparator.comparingDouble(ModelComparison.Changed::gain).reversed());
    return changed;
  }
}
