package gloss.optim;

import ai.djl.ndarray.NDArray;
import gloss.nn.KernelLibrary;
import java.util.List;

/** The arithmetic of optimizers, in place; see {@link KernelLibrary}. */
final class OptimizerKernels {
  static final KernelLibrary LIBRARY = new KernelLibrary(OptimizerKernels.class, "kernels.py");

  private OptimizerKernels() {}

  /**
   * One step of Adam, in place, all arrays in one call; see {@code gloss.optim.Adam} for the
   * formula.
   */
  static void adam(
      List<NDArray> weights, List<NDArray> gradients, AdamMoments moments, AdamNumbers numbers) {
    LIBRARY
        .one(
            "adam_w",
            weights,
            gradients,
            moments.means,
            moments.squares,
            moments.steps,
            numbers.rate,
            numbers.beta1,
            numbers.beta2,
            numbers.decay,
            numbers.epsilon)
        .close();
  }

  /** Moves each array by a share of its distance to its target. */
  static void approach(List<NDArray> arrays, List<NDArray> targets, double share) {
    LIBRARY.one("approach", arrays, targets, share).close();
  }

  /** Exchanges values, array by array. */
  static void swap(List<NDArray> ones, List<NDArray> others) {
    LIBRARY.one("swap", ones, others).close();
  }

  /** Adam's memory, one array a weight; {@code steps} are scalars that the call counts up. */
  record AdamMoments(List<NDArray> means, List<NDArray> squares, List<NDArray> steps) {}

  /** The numbers of an Adam step: learning rate, β₁, β₂, weight decay, ε. */
  record AdamNumbers(double rate, double beta1, double beta2, double decay, double epsilon) {}
}
