package gloss.loss;

import ai.djl.ndarray.NDArray;
import gloss.nn.EncoderDecoder;
import gloss.nn.Kernels;
import gloss.nn.Pass;
import java.util.Map;

/**
 * What training makes small: a sum over items of how far predictions are from their targets.
 *
 * <p>What predictions and targets are depends on the kind of loss. Losses of <em>numbers</em> take
 * both in one shape. Losses of <em>classes</em> take scores before the softmax (logits), {@code (n,
 * classes)}, and either the right classes, {@code (n)} as int64, or how probable each is, {@code
 * (n, classes)}. Losses of <em>labels</em>, each of which is on or off, take scores before the
 * sigmoid and 0 or 1 in one shape; {@link OneVersusRest} makes a loss of classes of them. Shapes
 * that do not fit are an {@link IllegalArgumentException}: nothing is broadcast.
 *
 * <p>Gradients flow to the predictions, and to the loss's own parameters if it has some.
 */
public interface Loss {
  /** The loss of some items. */
  LossSum of(NDArray predictions, NDArray targets);

  /**
   * The loss of classes from what goes into the output layer, whose logits may never be there as a
   * whole; no label is one to be ignored.
   *
   * @param pass whether gradients are wanted, and the precision of the matrix products
   * @param states (n, size)
   * @param labels (n), int64
   */
  default LossSum of(Pass pass, NDArray states, EncoderDecoder.Output output, NDArray labels) {
    return of(Kernels.linear(states, output), labels);
  }

  /**
   * This loss as it is in a step of training: most are always the same.
   *
   * @param step from 1; 0 outside of training
   */
  default Loss at(long step) {
    return this;
  }

  /**
   * What the loss itself learns, by name: it is trained together with the weights and belongs to
   * the training state.
   */
  default Map<String, NDArray> parameters() {
    return Map.of();
  }
}
