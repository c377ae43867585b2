package gloss.decode;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The output layers of networks, cut down to the tokens that the sources of a batch may need. Each
 * source has the logits of its own candidates alone, so that what comes out does not depend on the
 * others.
 */
final class CutOutput {
  private final Map<EncoderDecoder, List<NDArray>> layers = new HashMap<>();
  private final NDArray hidden;

  /** The arrays live as long as the manager. */
  CutOutput(
      List<EncoderDecoder> networks,
      Pass pass,
      NDManager manager,
      Columns columns,
      List<int[]> candidates) {
    hidden =
        manager.create(columns.hidden(candidates), new Shape(candidates.size(), columns.count()));
    try (NDManager scope = manager.newSubManager()) {
      NDArray tokens = scope.create(columns.tokens());
      for (EncoderDecoder network : networks) {
        List<NDArray> layer = new ArrayList<>();
        for (NDArray values : network.output(pass).values()) {
          NDArray cut = DecodeKernels.cut(values, tokens);
          cut.attach(manager);
          layer.add(cut);
        }
        layers.put(network, layer);
      }
    }
  }

  /**
   * Logits (rows, columns), minus infinity where a token is none of the source's candidates.
   *
   * @param states (rows, size)
   * @param sources int64, the source of each row
   */
  NDArray logits(EncoderDecoder network, NDArray states, NDArray sources) {
    return DecodeKernels.cutLogits(
        states, Objects.requireNonNull(layers.get(network)), hidden, sources);
  }
}
