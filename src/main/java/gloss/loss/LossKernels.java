package gloss.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import gloss.nn.KernelLibrary;

/** The arithmetic of the losses; see {@link KernelLibrary}. */
final class LossKernels {
  private static final KernelLibrary LIBRARY = new KernelLibrary(LossKernels.class, "kernels.py");

  private LossKernels() {}

  /**
   * Summed cross-entropy with label smoothing; the smoothed-away mass is spread evenly over the
   * whole vocabulary (Szegedy et al. 2016), as in PyTorch.
   *
   * @param logits (n, classes)
   * @param labels (n), int64
   * @return the loss, a scalar, and the negative log-likelihood without smoothing and gradient
   */
  static NDList crossEntropy(NDArray logits, NDArray labels, double smoothing) {
    return LIBRARY.several("cross_entropy", logits, labels, smoothing);
  }
}
