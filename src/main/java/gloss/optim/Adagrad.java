package gloss.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.recipe.OptimizerRecipe;
import java.util.List;
import java.util.Map;

/**
 * Adagrad (Duchi, Hazan and Singer 2011): with gradient g at step t, decay of the rate η and weight
 * decay λ
 *
 * <pre>
 * g ← g + λ w
 * s ← s + g²
 * w ← w − rate / (1 + (t − 1) η) · g / (√s + ε)
 * </pre>
 *
 * Weights whose gradients are rare, as those of rare words, keep a large step; all steps get
 * smaller for good.
 */
public final class Adagrad extends StatefulOptimizer {
  private final OptimizerRecipe.Adagrad recipe;
  private final List<NDArray> sums;
  private final NDArray step;

  /** An optimizer of the weights given, by name. */
  public Adagrad(NDManager parent, Map<String, NDArray> weights, OptimizerRecipe.Adagrad recipe) {
    super(parent, weights);
    this.recipe = recipe;
    sums = rememberAll("sum");
    step = remember("step", new Shape());
  }

  @Override
  void step(List<NDArray> gradients, double rate) {
    OptimizerKernels.run(
        "adagrad",
        weights(),
        gradients,
        sums,
        step,
        rate,
        recipe.rateDecay(),
        recipe.weightDecay(),
        recipe.epsilon());
  }
}
