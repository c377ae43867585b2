package gloss.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.recipe.OptimizerRecipe;
import java.util.List;
import java.util.Map;

/**
 * Adadelta (Zeiler 2012): with gradient g, memory ρ and weight decay λ
 *
 * <pre>
 * g ← g + λ w
 * s ← ρ s + (1 − ρ) g²
 * d = g · √(u + ε) / √(s + ε)
 * u ← ρ u + (1 − ρ) d²
 * w ← w − rate · d
 * </pre>
 *
 * Its steps have the unit of the weights, so that a rate of 1 fits everywhere; it begins slowly.
 */
public final class Adadelta extends StatefulOptimizer {
  private final OptimizerRecipe.Adadelta recipe;
  private final List<NDArray> squares;
  private final List<NDArray> moves;

  /** An optimizer of the weights given, by name. */
  public Adadelta(NDManager parent, Map<String, NDArray> weights, OptimizerRecipe.Adadelta recipe) {
    super(parent, weights);
    this.recipe = recipe;
    squares = rememberAll("square");
    moves = rememberAll("move");
  }

  @Override
  void step(List<NDArray> gradients, double rate) {
    OptimizerKernels.run(
        "adadelta",
        weights(),
        gradients,
        squares,
        moves,
        rate,
        recipe.rho(),
        recipe.epsilon(),
        recipe.weightDecay());
  }
}
