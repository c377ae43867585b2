package gloss.explain;

import gloss.score.Metric;
import gloss.score.Score;
import gloss.score.significance.Comparison;
import gloss.score.significance.Evaluation;
import gloss.score.significance.PairedTest;
import java.util.List;

/** Tests metrics of two systems on the same examples. */
record Pairing(PairedTest method) {
  <E> ModelComparison.Test test(Metric<E> metric, List<? extends E> a, List<? extends E> b) {
    List<Comparison> compared =
        method.compare(List.of(Evaluation.of(metric, a), Evaluation.of(metric, b)));
    Score ofA = compared.get(0).score();
    Score ofB = compared.get(1).score();
    // Of equals no resample differs, which the test would take for a very sure difference.
    double p = ofA.value() == ofB.value() ? 1 : compared.get(1).pValue().orElse(1);
    return new ModelComparison.Test(ofA, ofB, p, metric.higherIsBetter());
  }
}
