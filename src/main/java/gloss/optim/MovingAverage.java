package gloss.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.recipe.AverageRecipe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exponential moving average of weights (Polyak and Juditsky 1992): after step t
 *
 * <pre>a ← a + (1 − d) · (w − a)      d = min(decay, (1 + t) / (10 + t))</pre>
 *
 * The decay is smaller in the first steps, so that the random weights of the beginning are soon
 * forgotten. All weights are averaged in one call into the engine.
 */
public final class MovingAverage implements AutoCloseable {
  private final NDManager manager;
  private final double decay;
  private final Map<String, NDArray> weights;
  private final Map<String, NDArray> averages = new LinkedHashMap<>();

  /**
   * An average of the weights given, by name, which is at first the weights themselves.
   *
   * @param parent whose sub-manager holds the averages
   */
  public MovingAverage(NDManager parent, Map<String, NDArray> weights, double decay) {
    this.manager = parent.newSubManager();
    this.decay = decay;
    this.weights = weights;
    weights.forEach((name, weight) -> averages.put(name, manager.zeros(weight.getShape())));
    reset();
  }

  /** The average that a recipe asks for, if it asks for one. */
  public static Optional<MovingAverage> of(
      AverageRecipe recipe, NDManager parent, Map<String, NDArray> weights) {
    return recipe.ema() == 0
        ? Optional.empty()
        : Optional.of(new MovingAverage(parent, weights, recipe.ema()));
  }

  /** Starts again from the weights as they are now. */
  public void reset() {
    OptimizerKernels.approach(averages(), weights(), 1);
  }

  /** Takes in the weights after a step, whose number is given, from 1. */
  public void update(long step) {
    double now = Math.min(decay, (1.0 + step) / (10.0 + step));
    OptimizerKernels.approach(averages(), weights(), 1 - now);
  }

  /** Exchanges the values of weights and averages. */
  public void swap() {
    OptimizerKernels.swap(weights(), averages());
  }

  /** The averages by name; writing into them restores a state. */
  public Map<String, NDArray> state() {
    return averages;
  }

  private List<NDArray> weights() {
    return List.copyOf(weights.values());
  }

  private List<NDArray> averages() {
    return List.copyOf(averages.values());
  }

  @Override
  public void close() {
    manager.close();
  }
}
