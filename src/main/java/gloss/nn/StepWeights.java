package gloss.nn;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes copies of a decoder's weights in the order and the precision that its steps like best, one
 * after the other.
 */
final class StepWeights implements AutoCloseable {
  /** In bf16 a product takes so long to begin that only large weights gain by it. */
  private static final int LARGE = 1 << 16;

  /** How many rows bf16 weights are put in order for; they work with any number. */
  private static final int ROWS = 160;

  private final NDManager scope;
  private final boolean half;
  private final List<NDArray> arrays = new ArrayList<>();

  /**
   * No weights yet.
   *
   * @param half whether large weights are to be bf16; a processor that does not know it gets fp32
   */
  StepWeights(NDManager parent, boolean half) {
    scope = parent.newSubManager();
    this.half = half && knowsBf16(scope);
  }

  private static boolean knowsBf16(NDManager scope) {
    try (NDArray row = scope.ones(new Shape(1, 32));
        NDArray weight = scope.ones(new Shape(32, 32));
        NDArray bias = scope.ones(new Shape(32))) {
      DecoderKernels.productBf16(row, weight, bias).close();
      return true;
    } catch (EngineException e) {
      return false;
    }
  }

  /** Takes arrays as they are. */
  void add(List<NDArray> unchanged) {
    arrays.addAll(unchanged);
  }

  /** Takes a linear layer: weight (out, in) and, perhaps, bias. */
  void linear(List<NDArray> weightAndBias) {
    NDArray weight = weightAndBias.get(0);
    boolean narrow = half && weight.size() >= LARGE;
    arrays.add(
        scoped(narrow ? DecoderKernels.matrixBf16(weight, ROWS) : DecoderKernels.matrix(weight)));
    for (NDArray bias : weightAndBias.subList(1, weightAndBias.size())) {
      arrays.add(narrow ? scoped(DecoderKernels.narrowed(bias)) : bias);
    }
  }

  /** Takes the queries of attention, which are to be divided by √depth. */
  void query(List<NDArray> weightAndBias, int depth) {
    linear(scaled(weightAndBias, depth));
  }

  /** Takes queries, keys and values of attention to the same sequence as one layer. */
  void queryKeyValue(List<NDArray> query, List<NDArray> keyValue, int heads) {
    int depth = Math.toIntExact(query.get(0).getShape().get(0)) / heads;
    List<NDArray> scaled = scaled(query, depth);
    List<NDArray> joined = new ArrayList<>();
    for (int i = 0; i < scaled.size(); i++) {
      joined.add(scoped(DecoderKernels.joined(scaled.get(i), keyValue.get(i), heads)));
    }
    linear(joined);
  }

  private List<NDArray> scaled(List<NDArray> query, int depth) {
    return query.stream()
        .map(array -> scoped(DecoderKernels.scaled(array, 1 / Math.sqrt(depth))))
        .toList();
  }

  private NDArray scoped(NDArray array) {
    array.attach(scope);
    return array;
  }

  /** All, in order; those that are copies live until this is closed. */
  List<NDArray> arrays() {
    return arrays;
  }

  /** All as one argument, which holds them when these are closed. */
  KernelLibrary.Kept kept() {
    return DecoderKernels.kept(arrays);
  }

  @Override
  public void close() {
    scope.close();
  }
}
