package gloss.optim;

import ai.djl.ndarray.NDArray;
import gloss.nn.KernelLibrary;
import java.util.List;

/** The arithmetic of optimizers, in place; see {@link KernelLibrary}. */
final class OptimizerKernels {
  static final KernelLibrary LIBRARY = new KernelLibrary(OptimizerKernels.class, "kernels.py");

  private OptimizerKernels() {}

  /** Changes arrays in place. */
  static void run(String kernel, Object... arguments) {
    LIBRARY.one(kernel, arguments).close();
  }

  /** Moves each array by a share of its distance to its target. */
  static void approach(List<NDArray> arrays, List<NDArray> targets, double share) {
    run("approach", arrays, targets, share);
  }

  /** Exchanges values, array by array. */
  static void swap(List<NDArray> ones, List<NDArray> others) {
    run("swap", ones, others);
  }
}
