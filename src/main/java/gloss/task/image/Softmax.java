package gloss.task.image;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/** {@code exp(zᵢ) / Σ exp(zⱼ)} in double precision. */
final class Softmax {
  private Softmax() {}

  /** Of each row of scores (rows, classes). */
  static List<double[]> rows(NDArray scores) {
    float[] values = scores.toFloatArray();
    int classes = (int) scores.getShape().get(1);
    List<double[]> rows = new ArrayList<>();
    for (int from = 0; from < values.length; from += classes) {
      rows.add(row(values, from, classes));
    }
    return rows;
  }

  private static double[] row(float[] values, int from, int classes) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < classes; i++) {
      most = Math.max(most, values[from + i]);
    }
    double[] row = new double[classes];
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      row[i] = Math.exp(values[from + i] - most);
      sum += row[i];
    }
    for (int i = 0; i < classes; i++) {
      row[i] /= sum;
    }
    return row;
  }
}
