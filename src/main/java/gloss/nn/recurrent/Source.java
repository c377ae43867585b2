package gloss.nn.recurrent;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a decoder attends to.
 *
 * @param memory (rows, columns, size): what the encoder read
 * @param keys (rows, columns, size): what is compared with the decoder's state
 * @param mask boolean (rows, 1, 1, columns), false on padding
 */
record Source(NDArray memory, NDArray keys, NDArray mask) {
  List<NDArray> arrays() {
    return List.of(memory, keys, mask);
  }

  /** The same with each array changed. */
  Source map(UnaryOperator<NDArray> change) {
    return new Source(change.apply(memory), change.apply(keys), change.apply(mask));
  }
}
