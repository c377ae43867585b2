package gloss.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;

/**
 * Token-level cross-entropy with label smoothing ε (Szegedy et al. 2016): for logits z and label y
 * over V words
 *
 * <pre>L = (1 − ε) · (−log p(y)) + ε / V · Σ_v (−log p(v)),   p = softmax(z)</pre>
 *
 * summed over tokens, in nats. With ε = 0 it is the negative log-likelihood, and {@code exp(sum /
 * count)} is the perplexity. PyTorch's {@code label_smoothing} is the same formula.
 *
 * @param smoothing ε in [0, 1)
 */
public record CrossEntropy(double smoothing) {
  /** Checks ε. */
  public CrossEntropy {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException("label smoothing must be in [0, 1), is " + smoothing);
    }
  }

  /**
   * The loss of some tokens.
   *
   * @param logits (n, vocabulary)
   * @param labels (n), int64
   */
  public LossSum of(NDArray logits, NDArray labels) {
    NDList sums = LossKernels.crossEntropy(logits, labels, smoothing);
    return new LossSum(sums.get(0), sums.get(1).getFloat(), labels.size());
  }

  /**
   * The loss of some tokens from what goes into the output layer; the same numbers in less time and
   * memory, since the logits are never there as a whole.
   *
   * @param pass whether gradients are wanted
   * @param states (n, size)
   * @param labels (n), int64
   */
  public LossSum of(Pass pass, NDArray states, EncoderDecoder.Output output, NDArray labels) {
    NDList sums = LossKernels.outputCrossEntropy(pass, states, output, labels, smoothing);
    return new LossSum(sums.get(0), sums.get(1).getFloat(), labels.size());
  }
}
