package gloss.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;

/** What happens to gradients, all together and in place, before and after an optimizer's step. */
public final class Gradients {
  private Gradients() {}

  /**
   * The gradients of {@code loss / divisor}, in the order of the weights; zeros for one that it
   * does not depend on.
   *
   * @param loss a scalar, made while gradients were kept
   * @param weights arrays that require a gradient
   * @return new arrays that belong to the loss's manager
   */
  public static NDList of(NDArray loss, List<NDArray> weights, double divisor) {
    return OptimizerKernels.LIBRARY.several("gradients", loss, weights, divisor);
  }

  /** Adds each of {@code terms} to its sum, in place. */
  public static void add(List<NDArray> sums, List<NDArray> terms) {
    OptimizerKernels.run("add", sums, terms);
  }

  /**
   * Divides summed gradients by {@code count} and scales them down, all together, to a norm of at
   * most {@code clip} (Pascanu et al. 2013).
   *
   * @return the norm after the division and before clipping
   */
  public static double scale(List<NDArray> gradients, double count, double clip) {
    return OptimizerKernels.LIBRARY.real("scale_gradients", gradients, count, clip);
  }

  /** Limits each element to {@code [-limit, limit]}, in place. */
  public static void clamp(List<NDArray> gradients, double limit) {
    OptimizerKernels.run("clamp", gradients, limit);
  }
}
