package gloss.nn.recurrent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import gloss.nn.KernelLibrary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of recurrent networks; see {@link KernelLibrary}.
 *
 * <p>A state is a list of arrays (rows, size): h for a GRU, h and c for an LSTM, which is how a
 * kernel tells them apart. A layer's parameters are four: W (gates · size, in), U (gates · size,
 * size) and their biases; the gates come in PyTorch's order, which {@link RecurrentLayer} gives.
 */
final class RecurrentKernels {
  private static final KernelLibrary LIBRARY =
      new KernelLibrary(RecurrentKernels.class, "kernels.py");

  private RecurrentKernels() {}

  /**
   * The order that turns sequences round and leaves their padding, which follows them, in place.
   *
   * @param mask boolean (rows, 1, 1, columns), false on padding
   * @return (rows · columns), for {@link #reorder}; it is its own inverse
   */
  static NDArray reversal(NDArray mask) {
    return LIBRARY.one("reversal", mask);
  }

  /** Puts positions in another order: x (rows, columns, size), order (rows · columns). */
  static NDArray reorder(NDArray x, NDArray order) {
    return LIBRARY.one("reorder", x, order);
  }

  /** Joins vectors: (…, m) and (…, n) → (…, m + n). */
  static NDArray join(NDArray a, NDArray b) {
    return LIBRARY.one("join", a, b);
  }

  /**
   * One layer over a whole sequence.
   *
   * @param x (rows, columns, in)
   * @param state before the first step
   * @param training whether gradients are wanted
   * @return h of each step (rows, columns, size), then the state after the last
   */
  static NDList recur(NDArray x, List<NDArray> state, List<NDArray> parameters, boolean training) {
    return LIBRARY.several("recur", x, state, parameters, training);
  }

  /**
   * {@code tanh(W m + b)} of the mean m of what was read, cut into states.
   *
   * @param memory (rows, columns, size)
   * @param mask boolean (rows, 1, 1, columns)
   * @param weight (count · n, size)
   * @return {@code count} arrays (rows, n)
   */
  static NDList firstState(NDArray memory, NDArray mask, NDArray weight, NDArray bias, int count) {
    return LIBRARY.several("first_state", memory, mask, weight, bias, count);
  }

  /** The parameters of {@link GlobalAttention}, where its formulas stand. */
  record AttentionWeights(
      @Nullable NDArray query, @Nullable NDArray energy, NDArray output, NDArray bias) {}

  /**
   * Attention of all steps at once.
   *
   * @param h (rows, steps, size)
   * @return attentional vectors (rows, steps, size) and weights (rows, steps, columns)
   */
  static NDList attend(NDArray h, Source source, AttentionWeights weights, double dropout) {
    return LIBRARY.several(
        "attend",
        h,
        source.arrays(),
        KernelLibrary.optional(weights.query),
        KernelLibrary.optional(weights.energy),
        List.of(weights.output, weights.bias),
        dropout);
  }

  /**
   * All layers and the attention, step by step; the first layer reads each word together with the
   * attentional vector of the step before.
   *
   * @param x (rows, steps, size)
   * @param state the attentional vector before the first step, then the states of the layers
   * @param parameters of the layers, one after the other; the first has {@code in} = 2 · size
   * @return attentional vectors (rows, steps, size), weights (rows, steps, columns), new state
   */
  static NDList feed(
      NDArray x,
      List<NDArray> state,
      List<NDArray> parameters,
      Source source,
      AttentionWeights weights,
      double dropout) {
    return LIBRARY.several(
        "feed",
        x,
        state,
        parameters,
        source.arrays(),
        KernelLibrary.optional(weights.query),
        KernelLibrary.optional(weights.energy),
        List.of(weights.output, weights.bias),
        dropout);
  }
}
