package gloss.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.nn.Kernels;
import gloss.nn.NoGradients;
import java.util.Arrays;
import java.util.List;

/** The numbers of several arrays, one after the other. */
record FlatArrays(List<NDArray> arrays) {
  /** All of them. */
  float[] values() {
    int size = Math.toIntExact(arrays.stream().mapToLong(NDArray::size).sum());
    float[] values = new float[size];
    int start = 0;
    for (NDArray array : arrays) {
      float[] part = array.toFloatArray();
      System.arraycopy(part, 0, values, start, part.length);
      start += part.length;
    }
    return values;
  }

  /** Writes numbers into the arrays. */
  void assign(float[] values) {
    try (NoGradients scope = new NoGradients();
        NDManager manager = NDManager.newBaseManager()) {
      int start = 0;
      for (NDArray array : arrays) {
        int end = start + Math.toIntExact(array.size());
        NDArray part = manager.create(Arrays.copyOfRange(values, start, end), array.getShape());
        Kernels.assign(array, part);
        start = end;
      }
    }
  }
}
