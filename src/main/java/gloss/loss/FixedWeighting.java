package gloss.loss;

import java.util.List;

/**
 * A sum of losses, each times a weight that stays the same: {@code L = Σ w_i L_i}.
 *
 * @param weights each greater than 0
 */
public record FixedWeighting(List<Double> weights) implements Weighting {
  /** Checks the weights. */
  public FixedWeighting {
    weights = List.copyOf(weights);
    Require.that(!weights.isEmpty(), "a weight is needed");
    weights.forEach(weight -> Require.positive("weight", weight));
  }

  @Override
  public LossSum combine(List<LossSum> terms) {
    Require.that(terms.size() == weights.size(), terms.size() + " losses, not " + weights.size());
    double[] factors = Weighting.exchange(terms);
    for (int i = 0; i < factors.length; i++) {
      factors[i] *= weights.get(i);
    }
    return new LossSum(
        LossKernels.LIBRARY.one("weighted_sum", terms.stream().map(LossSum::sum).toList(), factors),
        Weighting.plain(terms, factors),
        terms.get(0).count());
  }
}
