package gloss.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;

/**
 * Makes one loss of several, of one task or of many: what is added up are the losses of an item on
 * average, and the result counts in items of the first.
 */
public interface Weighting {
  /** The sum; there are as many terms as weights. */
  LossSum combine(List<LossSum> terms);

  /** What the weighting itself learns, by name. */
  default Map<String, NDArray> parameters() {
    return Map.of();
  }

  /** How many items of the first there are for one of each. */
  static double[] exchange(List<LossSum> terms) {
    double first = terms.get(0).count();
    return terms.stream().mapToDouble(term -> first / term.count()).toArray();
  }

  /** The reported values, each times its factor. */
  static double plain(List<LossSum> terms, double[] factors) {
    double plain = 0;
    for (int i = 0; i < factors.length; i++) {
      plain += factors[i] * terms.get(i).plain();
    }
    return plain;
  }
}
