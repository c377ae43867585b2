package gloss.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import gloss.nn.EncoderDecoder;
import gloss.nn.KernelLibrary;
import gloss.nn.Pass;

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

  /** Rows of logits that are computed at a time: few enough to stay near the processor. */
  private static final int ROWS = 256;

  /** The engine's numbers of element types. */
  private static final int FP32 = 6;

  private static final int BF16 = 15;

  /**
   * The output layer and {@link #crossEntropy} in one: a part of the logits at a time, with the
   * gradient made at once where the logits were, so that there is never more than a part of them.
   *
   * @param states (n, size)
   * @param labels (n), int64
   * @param pass whether gradients are wanted, and the precision of the matrix products
   * @return as {@link #crossEntropy}
   */
  static NDList outputCrossEntropy(
      Pass pass, NDArray states, EncoderDecoder.Output output, NDArray labels, double smoothing) {
    return LIBRARY.several(
        "output_cross_entropy",
        states,
        output.weight(),
        KernelLibrary.optional(output.bias()),
        labels,
        smoothing,
        pass.training(),
        pass.half() ? BF16 : FP32,
        ROWS);
  }
}
