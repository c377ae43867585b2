package gloss.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adam (Kingma and Ba 2015): with gradient g at step t,
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g        m̂ = m / (1 − β₁ᵗ)
 * v ← β₂ v + (1 − β₂) g²       v̂ = v / (1 − β₂ᵗ)
 * w ← w − rate · m̂ / (√v̂ + ε)
 * </pre>
 *
 * With weight decay λ, {@code w ← w − rate · λ · w} before the step: decoupled from the gradient
 * (AdamW, Loshchilov and Hutter 2019). All weights are updated in one call into the engine.
 */
public final class Adam implements Optimizer {
  /**
   * What stays the same from step to step.
   *
   * @param beta1 β₁, decay of the mean of gradients
   * @param beta2 β₂, decay of the mean of squared gradients
   * @param epsilon ε, keeps the quotient finite
   * @param decay λ, weight decay
   */
  public record Settings(double beta1, double beta2, double epsilon, double decay) {}

  private final NDManager manager;
  private final Settings settings;
  private final List<NDArray> weights;
  private final Map<String, NDArray> state = new LinkedHashMap<>();
  private final List<NDArray> means = new ArrayList<>();
  private final List<NDArray> squares = new ArrayList<>();
  private final List<NDArray> steps = new ArrayList<>();

  /** An optimizer of the weights given, by name. */
  public Adam(NDManager parent, Map<String, NDArray> weights, Settings settings) {
    this.manager = parent.newSubManager();
    this.settings = settings;
    this.weights = List.copyOf(weights.values());
    weights.forEach(
        (name, weight) -> {
          means.add(remember("mean." + name, weight.getShape()));
          squares.add(remember("square." + name, weight.getShape()));
          steps.add(remember("step." + name, new Shape()));
        });
  }

  private NDArray remember(String name, Shape shape) {
    NDArray array = manager.zeros(shape);
    state.put(name, array);
    return array;
  }

  @Override
  public void update(List<NDArray> gradients, double rate) {
    OptimizerKernels.adam(
        weights,
        gradients,
        new OptimizerKernels.AdamMoments(means, squares, steps),
        new OptimizerKernels.AdamNumbers(
            rate, settings.beta1, settings.beta2, settings.decay, settings.epsilon));
  }

  @Override
  public Map<String, NDArray> state() {
    return state;
  }

  @Override
  public void close() {
    manager.close();
  }
}
