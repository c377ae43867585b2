package gloss.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;

/**
 * Weighs losses by how uncertain each is, which is learned (Kendall, Gal and Cipolla 2018,
 * Multi-Task Learning Using Uncertainty to Weigh Losses): with a log-variance s_i for each loss
 *
 * <pre>L = Σ k_i e^(−s_i) L_i + s_i / 2        ∂L/∂s_i = ½ − k_i e^(−s_i) L_i</pre>
 *
 * where k is ½ for a loss of numbers and 1 for one of classes. At rest {@code e^(s_i) = 2 k_i L_i}:
 * a task that is noisy, or counted in small units, gets the weight that it deserves, and none is
 * tuned. All s begin at 0.
 */
public final class UncertaintyWeighting implements Weighting {
  /** What a loss is a likelihood of. */
  public enum Kind {
    /** Numbers with Gaussian noise: k = ½. */
    NUMBERS(0.5),
    /** Classes: k = 1. */
    CLASSES(1);

    private final double factor;

    Kind(double factor) {
      this.factor = factor;
    }
  }

  private final List<Kind> kinds;
  private final NDArray logVariances;

  /**
   * Weighs losses of certain kinds.
   *
   * @param manager that the log-variances belong to
   */
  public UncertaintyWeighting(NDManager manager, List<Kind> kinds) {
    Require.that(!kinds.isEmpty(), "a loss is needed");
    this.kinds = List.copyOf(kinds);
    logVariances = manager.zeros(new Shape(kinds.size()));
    logVariances.setRequiresGradient(true);
  }

  @Override
  public LossSum combine(List<LossSum> terms) {
    Require.that(terms.size() == kinds.size(), terms.size() + " losses, not " + kinds.size());
    double[] exchange = Weighting.exchange(terms);
    double[] factors = new double[exchange.length];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = kinds.get(i).factor * exchange[i];
    }
    double count = terms.get(0).count();
    List<NDArray> sums = terms.stream().map(LossSum::sum).toList();
    NDArray sum = LossKernels.LIBRARY.one("uncertainty", sums, logVariances, factors, count);
    return new LossSum(sum, Weighting.plain(terms, exchange), count);
  }

  /** The log-variances s, under the name {@code log-variance}. */
  @Override
  public Map<String, NDArray> parameters() {
    return Map.of("log-variance", logVariances);
  }
}
