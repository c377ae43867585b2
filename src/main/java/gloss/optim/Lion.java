package gloss.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.recipe.OptimizerRecipe;
import java.util.List;
import java.util.Map;

/**
 * Lion (Chen et al. 2023, Symbolic Discovery of Optimization Algorithms): with gradient g and
 * weight decay λ
 *
 * <pre>
 * w ← w − rate · (sign(β₁ m + (1 − β₁) g) + λ w)
 * m ← β₂ m + (1 − β₂) g
 * </pre>
 *
 * Every weight moves by the rate, up or down, and half of Adam's memory is enough. The rate should
 * be three to ten times smaller than Adam's, and the weight decay as much larger.
 */
public final class Lion extends StatefulOptimizer {
  private final OptimizerRecipe.Lion recipe;
  private final List<NDArray> means;

  /** An optimizer of the weights given, by name. */
  public Lion(NDManager parent, Map<String, NDArray> weights, OptimizerRecipe.Lion recipe) {
    super(parent, weights);
    this.recipe = recipe;
    means = rememberAll("mean");
  }

  @Override
  void step(List<NDArray> gradients, double rate) {
    OptimizerKernels.run(
        "lion",
        weights(),
        gradients,
        means,
        rate,
        recipe.beta1(),
        recipe.beta2(),
        recipe.weightDecay());
  }
}
