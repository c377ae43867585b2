package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;

/**
 * The arithmetic of a Transformer's decoder that writes word by word, without gradients; see {@code
 * decoder.py} and {@link KernelLibrary}.
 */
final class DecoderKernels {
  private static final KernelLibrary LIBRARY =
      new KernelLibrary(DecoderKernels.class, "decoder.py");

  private DecoderKernels() {}

  /**
   * What a decoder looks at in a step.
   *
   * @param positions vectors that tell positions, (positions, size)
   * @param weights see {@link DecoderWeights}
   * @param written for each layer keys and values of what was written, (batch, heads, room, 2 ·
   *     depth); those of the step are put in
   * @param sources for each layer keys and values of the sources, (batch, heads, source, 2 · depth)
   * @param masks boolean, of both: (batch, 1, width, slots) and (batch, 1, 1, source), true where
   *     attention may look; without elements where it may look at all
   * @param places nothing if the rows are (batch, width) in order; or else the row for each of
   *     these, and the place of each row
   */
  record Memory(
      NDArray positions,
      KernelLibrary.Kept weights,
      List<NDArray> written,
      List<NDArray> sources,
      List<NDArray> masks,
      List<NDArray> places) {}

  /**
   * What a step is to give.
   *
   * @param attention the layer whose attention is wanted, or -1
   * @param logits whether logits are wanted, or the states before them
   */
  record Wanted(int attention, boolean logits) {}

  /**
   * A step of all layers.
   *
   * @param tokens ids (rows, 1)
   * @param position of the tokens, from 0
   * @param slots how many places of {@code written} are taken, those of this step with them
   * @param pre whether layers are normalised before each sublayer
   * @return logits (rows, vocabulary), or states (rows, size); attention (rows, source) if it is
   *     wanted
   */
  static NDList step(
      NDArray tokens, Memory memory, int position, int slots, boolean pre, Wanted wanted) {
    return LIBRARY.several(
        "step",
        tokens,
        memory.positions,
        memory.weights,
        memory.written,
        memory.sources,
        memory.masks,
        memory.places,
        position,
        slots,
        pre,
        wanted.attention,
        wanted.logits);
  }

  /** Many arrays as one argument, for as long as it is open. */
  static KernelLibrary.Kept kept(List<NDArray> arrays) {
    return LIBRARY.kept(arrays);
  }

  /** A weight (out, in) as (in, out), which products like best that take few or many rows. */
  static NDArray matrix(NDArray weight) {
    return LIBRARY.one("matrix", weight);
  }

  /** A weight (out, in) in bf16, in oneDNN's order for so many rows; fit for steps alone. */
  static NDArray matrixBf16(NDArray weight, int rows) {
    return LIBRARY.one("matrix_bf16", weight, rows);
  }

  /** {@code x Wᵀ + b} with a weight as {@link #matrixBf16} makes it. */
  static NDArray productBf16(NDArray x, NDArray weight, NDArray bias) {
    return LIBRARY.one("product_bf16", x, weight, bias);
  }

  /** The same in bf16. */
  static NDArray narrowed(NDArray bias) {
    return LIBRARY.one("narrowed", bias);
  }

  /** {@code factor · x}. */
  static NDArray scaled(NDArray x, double factor) {
    return LIBRARY.one("scaled", x, factor);
  }

  /** Weights or biases of query and key-value as those of one layer: its output is head by head. */
  static NDArray joined(NDArray query, NDArray keyValue, int heads) {
    return LIBRARY.one("joined", query, keyValue, heads);
  }

  /** Keys and values (batch, source, 2 · size) → (batch, heads, source, 2 · depth). */
  static NDArray sourceHeads(NDArray keyValue, int heads) {
    return LIBRARY.one("source_heads", keyValue, heads);
  }

  /** Room for more: (batch, heads, places, depth) → (batch, heads, slots, depth). */
  static NDArray grown(NDArray cache, int slots) {
    return LIBRARY.one("grown", cache, slots);
  }

  /** The places that stay, slots (batch, places), and {@code room} more. */
  static NDArray packed(NDArray cache, NDArray slots, int room) {
    return LIBRARY.one("packed", cache, slots, room);
  }

  /** The sum of the bits of all elements, read as whole numbers: another one for other numbers. */
  static long fingerprint(List<NDArray> arrays) {
    return LIBRARY.number("fingerprint", arrays);
  }
}
