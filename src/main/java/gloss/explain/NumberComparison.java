package gloss.explain;

import gloss.score.regression.Errors;
import gloss.score.regression.Estimate;
import gloss.score.regression.RSquared;
import gloss.score.significance.PairedPermutation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Two models that predict numbers. */
final class NumberComparison {
  private NumberComparison() {}

  static ModelComparison of(NumberExplanation a, NumberExplanation b) {
    Pairing pairing = new Pairing(new PairedPermutation(ClassComparison.TRIALS));
    List<Estimate> ofA = a.estimates();
    List<Estimate> ofB = b.estimates();
    return new ModelComparison(
        a,
        b,
        List.of(
            pairing.test(Errors.MSE, ofA, ofB),
            pairing.test(Errors.MAE, ofA, ofB),
            pairing.test(new RSquared(), ofA, ofB)),
        "paired permutation test of "
            + ClassComparison.TRIALS
            + " trials, each of which exchanges the models' answers to half of the rows",
        changed(a, b),
        "absolute error");
  }

  private static List<ModelComparison.Changed> changed(NumberExplanation a, NumberExplanation b) {
    List<ModelComparison.Changed> changed = new ArrayList<>();
    for (int i = 0; i < a.examples().size(); i++) {
      double errorA = Math.abs(a.examples().get(i).error());
      double errorB = Math.abs(b.examples().get(i).error());
      if (a.examples().get(i).output() != b.examples().get(i).output()) {
        int number = a.examples().get(i).number();
        changed.add(new ModelComparison.Changed(i, number, errorA, errorB, errorA - errorB));
      }
    }
    changed.sort(Comparator.comparingDouble(ModelComparison.Changed::gain).reversed());
    return changed;
  }
}
