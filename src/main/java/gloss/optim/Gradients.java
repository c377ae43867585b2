package gloss.optim;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** What happens to gradients, all together and in place, before and after an optimizer's step. */
public final class Gradients {
  private Gradients() {}

  /**
   * Divides summed gradients by {@code count} and scales them down, all together, to a norm of at
   * most {@code clip} (Pascanu et al. 2013).
   *
   * @return the norm after the division and before clipping, a scalar
   */
  public static NDArray scale(List<NDArray> gradients, double count, double clip) {
    return OptimizerKernels.LIBRARY.one("scale_gradients", gradients, count, clip);
  }

  /** Limits each element to {@code [-limit, limit]}, in place. */
  public static void clamp(List<NDArray> gradients, double limit) {
    OptimizerKernels.run("clamp", gradients, limit);
  }

  /** Sets all gradients to zero, in place: sums begin anew. */
  public static void zero(List<NDArray> gradients) {
    OptimizerKernels.run("zero", gradients);
  }
}
