package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
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
    Object shift = KernelLibrary.optional(bias);
    return half
        ? LIBRARY.one("linear_bf16", x, weight, shift, RowPadding.of(rows(x)))
        : LIBRARY.one("linear", x, weight, shift);
  }

  private static long rows(NDArray x) {
    Shape shape = x.getShape();
    return shape.size() / Math.max(1, shape.get(shape.dimension() - 1));
  }

  /** The logits of states (n, size) → (n, vocabulary). */
  public static NDArray linear(NDArray states, EncoderDecoder.Output output) {
    return linear(states, output.weight(), output.bias());
  }

  /** Rows of a table times {@code scale}: ids (…), table (rows, size) → (…, size). */
  public static NDArray embed(NDArray ids, NDArray table, double scale) {
    return LIBRARY.one("embed", ids, table, scale);
  }

  /**
   * The mean over the last dimension of ids of their rows in a table, times {@code scale}: ids (…,
   * n), table (rows, size) → (…, size). The id {@code padding} does not count.
   */
  static NDArray embedMean(NDArray ids, NDArray table, double scale, int padding) {
    return LIBRARY.one("embed_mean", ids, table, scale, padding);
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
   * The layers of a {@link Perceptron}: x (rows, …) → (rows, out).
   *
   * @param weights of the layers, (out, in) each
   * @param biases of the layers, (out) each
   */
  static NDArray perceptron(NDArray x, List<NDArray> weights, List<NDArray> biases, double rate) {
    return LIBRARY.one("perceptron", x, weights, biases, rate);
  }

  /**
   * Sets each element to zero with probability {@code rate} and scales the others up (Srivastava et
   * al. 2014). An element takes 8 random bits, and each call one of the two multiples of 1/256 next
   * to the rate, drawn so that the rate is right on average; the engine's own dropout, which takes
   * 64 bits, would be a tenth of the time of training.
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

  /** Rows of x (n, size) in places (batch, length) → (batch, length, size). */
  static NDArray rowsIn(NDArray x, NDArray places) {
    return LIBRARY.one("rows_in", x, places);
  }

  /**
   * Where in the flat mask (batch, 1, 1, length) the true ones are, (n); and for each position of
   * it, (batch, length), which of these it is, or the one before it.
   */
  static NDList packing(NDArray mask) {
    return LIBRARY.several("packing", mask);
  }

  /** Overwrites {@code target} with the values of {@code source}, in place. */
  public static void assign(NDArray target, NDArray source) {
    LIBRARY.one("assign", target, source).close();
  }
}
