package gloss.decode;

import java.util.List;

/** Where several networks looked: (rows)(source) of each. */
final class MeanAttention {
  private MeanAttention() {}

  /** The mean over at least one network. */
  static float[][] of(List<float[][]> attentions) {
    float[][] mean = new float[attentions.get(0).length][];
    for (int row = 0; row < mean.length; row++) {
      mean[row] = attentions.get(0)[row].clone();
      for (float[][] other : attentions.subList(1, attentions.size())) {
        for (int place = 0; place < mean[row].length; place++) {
          mean[row][place] += other[row][place];
        }
      }
      for (int place = 0; place < mean[row].length; place++) {
        mean[row][place] /= attentions.size();
      }
    }
    return mean;
  }
}
