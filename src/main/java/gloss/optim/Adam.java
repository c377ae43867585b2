package gloss.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.nn.KernelLibrary;
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
 * Weight decay λ is either added to the gradient, {@code g ← g + λ w}, or decoupled from it, {@code
 * w ← w − rate · λ · w} before the step (AdamW, Loshchilov and Hutter 2019), which shrinks all
 * weights evenly and is what one mostly wants. AMSGrad (Reddi, Kale and Kumar 2018) takes the
 * largest v so far, so that no rare large gradient is forgotten. All weights are updated in one
 * call into the engine.
 */
public final class Adam extends StatefulOptimizer {
  /**
   * What stays the same from step to step.
   *
   * @param beta1 β₁, decay of the mean of gradients
   * @param beta2 β₂, decay of the mean of squared gradients
   * @param epsilon ε, keeps the quotient finite
   * @param decay λ, weight decay
   */
  public record Settings(double beta1, double beta2, double epsilon, double decay) {
    private double[] numbers() {
      return new double[] {beta1, beta2, decay, epsilon};
    }
  }

  /** Which of the family it is. */
  public enum Variant {
    /** Weight decay is part of the gradient. */
    ADAM,
    /** Weight decay is decoupled from the gradient. */
    ADAMW,
    /** As {@link #ADAM}, with the largest v so far. */
    AMSGRAD
  }

  private final Settings settings;
  private final Variant variant;
  private final KernelLibrary.Kept weights;
  private final KernelLibrary.Kept means;
  private final KernelLibrary.Kept squares;
  private final KernelLibrary.Kept largest;
  private final KernelLibrary.Kept steps;

  /** An optimizer of the weights given, by name. */
  public Adam(NDManager parent, Map<String, NDArray> weights, Variant variant, Settings settings) {
    super(parent, weights);
    this.settings = settings;
    this.variant = variant;
    this.weights = kept(weights());
    means = kept(rememberAll("mean"));
    squares = kept(rememberAll("square"));
    largest = kept(variant == Variant.AMSGRAD ? rememberAll("largest") : List.of());
    steps = kept(rememberAll("step", shape -> new Shape()));
  }

  @Override
  void step(List<NDArray> gradients, double rate) {
    OptimizerKernels.run(
        "adam",
        gradients,
        weights,
        means,
        squares,
        largest,
        steps,
        rate,
        settings.numbers(),
        variant == Variant.ADAMW);
  }
}
