package gloss.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.recipe.OptimizerRecipe;
import java.util.List;
import java.util.Map;

/**
 * Stochastic gradient descent (Robbins and Monro 1951) with momentum (Polyak 1964): with gradient
 * g, momentum μ, dampening τ and weight decay λ
 *
 * <pre>
 * g ← g + λ w
 * b ← μ b + (1 − τ) g        in the first step b = g
 * w ← w − rate · b           with Nesterov's momentum (Sutskever et al. 2013): w − rate · (g + μ b)
 * </pre>
 *
 * Without momentum {@code w ← w − rate · g}. It remembers the least, and with a good rate and
 * schedule it often ends best; the rate must suit the problem.
 */
public final class Sgd extends StatefulOptimizer {
  private final OptimizerRecipe.Sgd recipe;
  private final List<NDArray> moments;
  private final NDArray step;

  /** An optimizer of the weights given, by name. */
  public Sgd(NDManager parent, Map<String, NDArray> weights, OptimizerRecipe.Sgd recipe) {
    super(parent, weights);
    this.recipe = recipe;
    moments = recipe.momentum() > 0 ? rememberAll("moment") : List.of();
    step = remember("step", new Shape());
  }

  @Override
  void step(List<NDArray> gradients, double rate) {
    OptimizerKernels.run(
        "sgd",
        weights(),
        gradients,
        moments,
        step,
        rate,
        recipe.momentum(),
        recipe.dampening(),
        recipe.nesterov(),
        recipe.weightDecay());
  }
}
