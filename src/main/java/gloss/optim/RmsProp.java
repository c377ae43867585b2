package gloss.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.recipe.OptimizerRecipe;
import java.util.List;
import java.util.Map;

/**
 * RMSProp (Tieleman and Hinton 2012, lecture 6.5): with gradient g, memory α, momentum μ and weight
 * decay λ
 *
 * <pre>
 * g ← g + λ w
 * s ← α s + (1 − α) g²
 * w ← w − rate · g / (√s + ε)
 * b ← μ b + g / (√s + ε),  w ← w − rate · b        with momentum
 * m ← α m + (1 − α) g,  √(s − m²) for √s           centered (Graves 2013)
 * </pre>
 *
 * Adagrad that forgets, so its steps do not die out: for goals that move.
 */
public final class RmsProp extends StatefulOptimizer {
  private final OptimizerRecipe.RmsProp recipe;
  private final List<NDArray> squares;
  private final List<NDArray> means;
  private final List<NDArray> moments;

  /** An optimizer of the weights given, by name. */
  public RmsProp(NDManager parent, Map<String, NDArray> weights, OptimizerRecipe.RmsProp recipe) {
    super(parent, weights);
    this.recipe = recipe;
    squares = rememberAll("square");
    means = recipe.centered() ? rememberAll("mean") : List.of();
    moments = recipe.momentum() > 0 ? rememberAll("moment") : List.of();
  }

  @Override
  void step(List<NDArray> gradients, double rate) {
    OptimizerKernels.run(
        "rms_prop",
        weights(),
        gradients,
        squares,
        means,
        moments,
        rate,
        recipe.alpha(),
        recipe.epsilon(),
        recipe.momentum(),
        recipe.weightDecay());
  }
}
