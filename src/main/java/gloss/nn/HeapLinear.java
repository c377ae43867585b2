package gloss.nn;

/**
 * A linear layer in the Java heap, for few rows: {@code y = x W + b}. What it costs is fetching W
 * from memory, once for all rows.
 *
 * @param weight W, (in)(out): an array for each input, since only loops over separate arrays that
 *     begin at the same place become vector instructions
 * @param bias b, (out)
 */
record HeapLinear(float[][] weight, float[] bias) {
  /** Columns that are computed together: they and their weights stay in the first cache. */
  private static final int TILE = 1024;

  /** Rows (n)(in) → (n)(out). */
  float[][] of(float[][] rows) {
    float[][] sums = new float[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != weight.length) {
        throw new IllegalArgumentException(
            rows[row].length + " inputs for the weights of " + weight.length);
      }
      sums[row] = bias.clone();
    }
    for (int from = 0; from < bias.length; from += TILE) {
      addUp(rows, sums, from, Math.min(bias.length, from + TILE));
    }
    return sums;
  }

  private void addUp(float[][] rows, float[][] sums, int from, int to) {
    int i = 0;
    for (; i + 4 <= weight.length; i += 4) {
      for (int row = 0; row < rows.length; row++) {
        addFour(rows[row], i, sums[row], from, to);
      }
    }
    for (; i < weight.length; i++) {
      for (int row = 0; row < rows.length; row++) {
        add(rows[row][i], weight[i], sums[row], from, to);
      }
    }
  }

  private void addFour(float[] x, int i, float[] y, int from, int to) {
    float x0 = x[i];
    float x1 = x[i + 1];
    float x2 = x[i + 2];
    float x3 = x[i + 3];
    float[] w0 = weight[i];
    float[] w1 = weight[i + 1];
    float[] w2 = weight[i + 2];
    float[] w3 = weight[i + 3];
    for (int c = from; c < to; c++) {
      y[c] = y[c] + x0 * w0[c] + x1 * w1[c] + x2 * w2[c] + x3 * w3[c];
    }
  }

  private static void add(float x, float[] w, float[] y, int from, int to) {
    for (int c = from; c < to; c++) {
      y[c] += x * w[c];
    }
  }
}
