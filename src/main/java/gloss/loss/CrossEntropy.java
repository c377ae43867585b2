package gloss.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import java.util.List;

/**
 * Softmax cross-entropy with label smoothing ε (Szegedy et al. 2016): for scores z and label y over
 * V classes with weights w, p = softmax(z)
 *
 * <pre>
 * L = (1 − ε) · w_y · (−ln p_y) + ε / V · Σ_v w_v (−ln p_v)
 * ∂L/∂z = p − ((1 − ε) · onehot(y) + ε / V)        where all w are 1
 * </pre>
 *
 * summed over items, in nats, and divided by the sum of their w_y. With ε = 0 it is the negative
 * log-likelihood, and {@code exp(sum / count)} is the perplexity. The choice for one right class of
 * several, the next word included; with ε = 0.1 the network does not grow too sure. Targets may be
 * distributions q instead of labels: {@code −Σ_v w_v q_v ln p_v}, one item a row. PyTorch's
 * cross-entropy is the same formula, weights, smoothing and all.
 *
 * @param smoothing ε in [0, 1)
 * @param weights w, one for each class; empty if all count the same
 * @param ignored a label whose items do not count
 */
public record CrossEntropy(double smoothing, List<Double> weights, int ignored) implements Loss {
  private static final int NONE_IGNORED = -100;

  /** Checks ε and the weights. */
  public CrossEntropy {
    weights = List.copyOf(weights);
    Require.that(
        smoothing >= 0 && smoothing < 1, "label smoothing must be in [0, 1), is " + smoothing);
    weights.forEach(weight -> Require.notNegative("weight", weight));
  }

  /** All classes count the same; items with the label −100 do not count. */
  public CrossEntropy(double smoothing) {
    this(smoothing, List.of());
  }

  /** Weighted classes; items with the label −100 do not count. */
  public CrossEntropy(double smoothing, List<Double> weights) {
    this(smoothing, weights, NONE_IGNORED);
  }

  /**
   * The loss of some items.
   *
   * @param predictions logits, (n, classes)
   * @param targets (n), int64, or (n, classes)
   */
  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    double[] table = ClassWeights.table(weights, predictions);
    if (LossKernels.areIds(predictions, targets)) {
      return LossKernels.classes("cross_entropy", predictions, targets, table, smoothing, ignored);
    }
    LossKernels.checkSameShape(predictions, targets);
    return LossKernels.counted("soft_cross_entropy", predictions, targets, table, smoothing);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Where all classes count the same, the logits are made a part at a time: the same numbers in
   * less time and memory.
   */
  @Override
  public LossSum of(Pass pass, NDArray states, EncoderDecoder.Output output, NDArray labels) {
    if (!weights.isEmpty()) {
      return Loss.super.of(pass, states, output, labels);
    }
    NDList sums = LossKernels.outputCrossEntropy(pass, states, output, labels, null, smoothing);
    return new LossSum(sums.get(0), sums.get(1).getFloat(), labels.size());
  }

  /**
   * The loss of items that count differently, a part of the logits at a time: {@code Σ_i c_i L_i}.
   *
   * @param pass whether gradients are wanted, and the precision of the matrix products
   * @param states (n, size)
   * @param labels (n), int64
   * @param counts (n), c: what each item counts; below 0 makes its label less likely
   * @return with the sum of {@code counts} as its count
   */
  public LossSum of(
      Pass pass, NDArray states, EncoderDecoder.Output output, NDArray labels, NDArray counts) {
    Require.that(weights.isEmpty(), "items with weights of their own take no weights of classes");
    NDList sums = LossKernels.outputCrossEntropy(pass, states, output, labels, counts, smoothing);
    return new LossSum(sums.get(0), sums.get(1).getFloat(), counts.sum().getFloat());
  }

  /**
   * The loss of items that count differently from their logits: {@code Σ_i c_i L_i}.
   *
   * @param logits (n, classes); without smoothing some of them may be −∞
   * @param labels (n), int64
   * @param counts (n), c; below 0 makes the label less likely
   * @return with the sum of {@code counts} as its count
   */
  public LossSum of(NDArray logits, NDArray labels, NDArray counts) {
    LossKernels.checkIds(logits, labels);
    Require.that(weights.isEmpty(), "items with weights of their own take no weights of classes");
    NDList sums =
        LossKernels.LIBRARY.several("weighted_cross_entropy", logits, labels, counts, smoothing);
    return new LossSum(sums.get(0), LossSum.number(sums.get(1)), counts.sum().getFloat());
  }
}
