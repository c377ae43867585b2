package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Multi-head attention (Vaswani et al. 2017, section 3.2): queries from one sequence look at keys
 * and values made from another, or from the same.
 *
 * <p>Keys and values are projected together ({@link #keyValue}), so that a decoder can keep them
 * from step to step.
 */
final class Attention extends Layer {
  private final Linear query;
  private final Linear keyValue;
  private final Linear output;
  private final int size;
  private final int heads;
  private final double dropout;

  /**
   * Makes an attention layer.
   *
   * @param size of the vectors, a multiple of {@code heads}
   * @param dropout of attention weights
   * @param gain of the first weights of the output
   */
  Attention(int size, int heads, double dropout, double gain) {
    query = addChildBlock("query", new Linear(size, size));
    keyValue = addChildBlock("key-value", new Linear(size, 2 * size));
    output = addChildBlock("output", new Linear(size, size, gain));
    this.size = size;
    this.heads = heads;
    this.dropout = dropout;
  }

  /** Keys and values of a sequence: (batch, keys, size) → (batch, keys, 2 · size). */
  NDArray keyValue(Pass pass, NDArray x) {
    return keyValue.apply(pass, x);
  }

  int heads() {
    return heads;
  }

  /** The size of a head's vectors. */
  int depth() {
    return size / heads;
  }

  /** Weight and bias of the queries. */
  List<NDArray> query(Pass pass) {
    return query.values(pass);
  }

  /** Weight and bias of keys and values. */
  List<NDArray> keyValue(Pass pass) {
    return keyValue.values(pass);
  }

  /** Weight and bias of the output. */
  List<NDArray> output(Pass pass) {
    return output.values(pass);
  }

  /** Each position looks wherever {@code mask} (batch, 1, 1 or queries, keys) is true. */
  NDArray apply(Pass pass, NDArray x, NDArray keysAndValues, @Nullable NDArray mask) {
    return output.apply(pass, heard(pass, query.apply(pass, x), keysAndValues, mask, false));
  }

  /** Each position looks at itself and those before it. */
  NDArray applyCausal(Pass pass, NDArray x) {
    NDArray heard = heard(pass, query.apply(pass, x), keyValue(pass, x), null, true);
    return output.apply(pass, heard);
  }

  /** Each position of a sequence, packed or not, looks at those where {@code mask} is true. */
  NDArray applySelf(Pass pass, NDArray x, NDArray mask, Packing packing) {
    NDArray queries = packing.unpack(query.apply(pass, x));
    NDArray keysAndValues = packing.unpack(keyValue(pass, x));
    return output.apply(pass, packing.pack(heard(pass, queries, keysAndValues, mask, false)));
  }

  private NDArray heard(
      Pass pass, NDArray queries, NDArray keyValue, @Nullable NDArray mask, boolean causal) {
    return Kernels.attention(queries, keyValue, mask, heads, pass.dropout(dropout), causal);
  }

  /** Inputs: x, and the sequence that it looks at where that is another. */
  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    NDArray memory = inputs.get(inputs.size() - 1);
    return new NDList(apply(pass, inputs.head(), keyValue(pass, memory), null));
  }
}
