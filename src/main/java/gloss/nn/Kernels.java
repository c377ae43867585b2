package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of the networks: each method is one call into the engine, where the code of {@code
 * kernels.py} runs with gradients; see {@link KernelLibrary}.
 */
public final class Kernels {
  private static final KernelLibrary LIBRARY = new KernelLibrary(Kernels.class, "kernels.py");

  private Kernels() {}

  /** {@code x Wᵀ + b}: x (…, in), weight (out, in), bias (out) or null → (…, out). */
  public static NDArray linear(NDArray x, NDArray weight, @Nullable NDArray bias) {
    return linear(x, weight, bias, false);
  }

  /**
   * {@code x Wᵀ + b}, as above.
   *
   * @param half whether to compute in bf16, which is then the type of the result
   */
  static NDArray linear(NDArray x, NDArray weight, @Nullable NDArray bias, boolean half) {
    return LIBRARY.one(half ? "linear_bf16" : "linear", x, weight, KernelLibrary.optional(bias));
  }

  /** The logits of states (n, size) → (n, vocabulary). */
  public static NDArray linear(NDArray states, EncoderDecoder.Output output) {
    return linear(states, output.weight(), output.bias());
  }

  /** Rows of a table times {@code scale}: ids (…), table (rows, size) → (…, size). */
  public static NDArray embed(NDArray ids, NDArray table, double scale) {
    return LIBRARY.one("embed", ids, table, scale);
  }

  /** Layer normalisation over the last dimension (Ba et al. 2016). */
  public static NDArray layerNorm(NDArray x, NDArray scale, NDArray shift, double epsilon) {
    return LIBRARY.one("layer_norm", x, scale, shift, epsilon);
  }

  /** {@code dropout(max(0, x))}. */
  public static NDArray reluDropout(NDArray x, double rate) {
    return LIBRARY.one("relu_dropout", x, rate);
  }

  /**
   * Sets each element to zero with probability {@code rate} and scales the others up (Srivastava et
   * al. 2014). An element takes 16 random bits, so that rates are multiples of 1/65536; the
   * engine's own dropout, which takes 64, would be a tenth of the time of training.
   */
  public static NDArray dropout(NDArray x, double rate) {
    return rate == 0 ? x : LIBRARY.one("dropout", x, rate);
  }

  /** {@code residual + dropout(x)}. */
  public static NDArray addDropout(NDArray residual, NDArray x, double rate) {
    return LIBRARY.one("add_dropout", residual, x, rate);
  }

  /** {@code a + b}, broadcast. */
  public static NDArray add(NDArray a, NDArray b) {
    return LIBRARY.one("add", a, b);
  }

  /** Chosen entries of the first dimension, in the order given; an entry may come twice. */
  public static NDArray select(NDArray x, NDArray rows) {
    return LIBRARY.one("select", x, rows);
  }

  /**
   * Scaled dot-product attention in several heads: {@code softmax(q kᵀ / √depth + mask) v}.
   *
   * @param query (batch, queries, size)
   * @param keyValue (batch, keys, 2 · size), the keys before the values
   * @param mask boolean, broadcast to (batch, heads, queries, keys), true where attention may look;
   *     null for everywhere
   * @param dropout of attention weights
   * @param causal whether query i looks at keys 0…i only; excludes a mask
   * @return (batch, queries, size)
   */
  public static NDArray attention(
      NDArray query,
      NDArray keyValue,
      @Nullable NDArray mask,
      int heads,
      double dropout,
      boolean causal) {
    return LIBRARY.one(
        "attention", query, keyValue, KernelLibrary.optional(mask), heads, dropout, causal);
  }

  /** Chosen rows of all but the last dimension: x (…, size), positions (n) → (n, size). */
  public static NDArray rowsAt(NDArray x, NDArray positions) {
    return LIBRARY.one("rows_at", x, positions);
  }

  /** Overwrites {@code target} with the values of {@code source}, in place. */
  public static void assign(NDArray target, NDArray source) {
    LIBRARY.one("assign", target, source).close();
  }

  /**
   * What never changes from step to step.
   *
   * @param heads of attention
   * @param pre whether layers are normalised before each sublayer
   */
  record DecoderShape(int heads, boolean pre) {}

  /**
   * What a decoder looks at.
   *
   * @param weights of each layer scale and shift, weight and bias: norm, query with key and value,
   *     output; norm, query, output; norm, inner, outer; then the table of embeddings, the last
   *     norm if there is one, weight and perhaps bias of the output layer
   * @param written for each layer keys and values of what was written, (batch, room, 2 · size);
   *     those of the step are put in
   * @param sources for each layer keys and values of the sources, (batch, source, 2 · size)
   * @param masks boolean, of both: (batch, 1, width, slots) and (batch, 1, 1, source), true where
   *     attention may look; without elements where it may look at all
   * @param places nothing if the rows are (batch, width) in order; or else the row for each of
   *     these, and the place of each row
   */
  record DecoderMemory(
      List<NDArray> weights,
      List<NDArray> written,
      List<NDArray> sources,
      List<NDArray> masks,
      List<NDArray> places) {}

  /**
   * A step of all layers of a Transformer's decoder.
   *
   * @param tokens ids (rows)
   * @param position its vector, (1, size)
   * @param slots how many places of {@code written} are taken, those of this step with them
   * @param watched the layer whose attention is wanted, or -1
   * @param logits whether the output layer is wanted
   * @return logits (rows, vocabulary), or the states (rows, size) before them; attention (rows,
   *     source) if it is wanted
   */
  static NDList decoderStep(
      NDArray tokens,
      NDArray position,
      DecoderMemory memory,
      DecoderShape shape,
      int slots,
      int watched,
      boolean logits) {
    return LIBRARY.several(
        "decoder_step",
        tokens,
        position,
        memory.weights,
        memory.written,
        memory.sources,
        memory.masks,
        memory.places,
        shape.heads,
        slots,
        shape.pre,
        watched,
        logits);
  }

  /** Room for more: (batch, places, size) → (batch, slots, size). */
  static NDArray grown(NDArray cache, int slots) {
    return LIBRARY.one("grown", cache, slots);
  }

  /** The places that stay, slots (batch, places), and {@code room} more. */
  static NDArray packed(NDArray cache, NDArray slots, int room) {
    return LIBRARY.one("packed", cache, slots, room);
  }

  /**
   * A weight (out, in) in the order of oneDNN, for products with so many rows; good for {@link
   * #decoderStep} and nothing else.
   */
  static NDArray prepared(NDArray weight, int rows) {
    return LIBRARY.one("prepared", weight, rows);
  }

  /** Weights of layers with the same input as those of one layer. */
  static NDArray joined(List<NDArray> weights) {
    return LIBRARY.one("joined", weights);
  }
}
