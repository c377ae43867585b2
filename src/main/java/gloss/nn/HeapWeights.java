package gloss.nn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Transformer decoder's weights in the Java heap.
 *
 * @param table embeddings, (vocabulary)(size)
 * @param norm the last norm, where layers are normalised before each sublayer; null where after it
 * @param output makes logits of states
 */
record HeapWeights(
    float[][] table, List<Layer> layers, HeapLinear output, HeapWeights.@Nullable Norm norm) {
  private static final double EPSILON = 1e-5;

  /** Weights of a layer; {@code queryKeyValue} gives head by head query, key and value. */
  record Layer(
      Norm selfNorm,
      HeapLinear queryKeyValue,
      HeapLinear selfOutput,
      Norm crossNorm,
      HeapLinear query,
      HeapLinear crossOutput,
      Norm feedForwardNorm,
      HeapLinear inner,
      HeapLinear outer) {}

  /**
   * Layer normalisation (Ba et al. 2016): {@code y = (x − mean) / √(variance + 1e-5) · scale +
   * shift}; both (size).
   */
  record Norm(float[] scale, float[] shift) {
    /** Rows (n)(size) → (n)(size). */
    float[][] of(float[][] rows) {
      float[][] normed = new float[rows.length][];
      for (int i = 0; i < rows.length; i++) {
        normed[i] = of(rows[i]);
      }
      return normed;
    }

    private float[] of(float[] x) {
      double sum = 0;
      double squares = 0;
      for (float value : x) {
        sum += value;
      }
      double mean = sum / x.length;
      for (float value : x) {
        squares += (value - mean) * (value - mean);
      }
      double factor = 1 / Math.sqrt(squares / x.length + EPSILON);
      float[] y = new float[x.length];
      for (int i = 0; i < x.length; i++) {
        y[i] = (float) ((x[i] - mean) * factor) * scale[i] + shift[i];
      }
      return y;
    }
  }

  /**
   * Copies weights.
   *
   * @param arrays fp32, in the order of {@link DecoderWeights}
   * @param layers how many layers there are
   * @param pre whether there is a last norm
   */
  static HeapWeights of(List<NDArray> arrays, int layers, boolean pre) {
    Reader reader = new Reader(arrays.iterator());
    float[][] table = reader.matrix();
    List<Layer> read = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      read.add(reader.layer());
    }
    Norm norm = pre ? reader.norm() : null;
    return new HeapWeights(table, List.copyOf(read), reader.output(), norm);
  }

  private record Reader(Iterator<NDArray> arrays) {
    Layer layer() {
      return new Layer(
          norm(), linear(), linear(), norm(), linear(), linear(), norm(), linear(), linear());
    }

    Norm norm() {
      return new Norm(vector(), vector());
    }

    HeapLinear linear() {
      return new HeapLinear(matrix(), vector());
    }

    HeapLinear output() {
      float[][] weight = matrix();
      return new HeapLinear(weight, arrays.hasNext() ? vector() : new float[weight[0].length]);
    }

    private float[] vector() {
      return arrays.next().toFloatArray();
    }

    float[][] matrix() {
      NDArray array = arrays.next();
      int rows = Math.toIntExact(array.getShape().get(0));
      float[] flat = array.toFloatArray();
      int columns = flat.length / rows;
      float[][] matrix = new float[rows][columns];
      for (int row = 0; row < rows; row++) {
        System.arraycopy(flat, row * columns, matrix[row], 0, columns);
      }
      return matrix;
    }
  }
}
