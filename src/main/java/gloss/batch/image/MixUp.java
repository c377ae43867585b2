package gloss.batch.image;

import java.util.random.RandomGenerator;

/**
 * Mixes each picture of a batch with the next one (Zhang et al. 2018): {@code λ a + (1 − λ) b},
 * pixels and classes alike, with λ from Beta(α, α).
 *
 * @param alpha α in (0, 1]: small ones mix little
 */
record MixUp(double alpha) {
  /**
   * A number from Beta(α, α) by Jöhnk's method (1964): of two uniform numbers to the power 1/α, the
   * share of the first, if both together are at most 1.
   */
  double share(RandomGenerator random) {
    while (true) {
      double x = StrictMath.pow(random.nextDouble(), 1 / alpha);
      double y = StrictMath.pow(random.nextDouble(), 1 / alpha);
      if (x + y > 0 && x + y <= 1) {
        return x / (x + y);
      }
    }
  }

  /**
   * The batch, mixed.
   *
   * @param shares λ of each picture
   * @param classes how many there are
   */
  ImageBatch apply(ImageBatch batch, double[] shares, int classes) {
    int length = batch.pixels().length / batch.size();
    byte[] pixels = new byte[batch.pixels().length];
    float[] targets = new float[batch.size() * classes];
    for (int i = 0; i < batch.size(); i++) {
      int next = (i + 1) % batch.size();
      float own = (float) shares[i];
      for (int p = 0; p < length; p++) {
        int a = batch.pixels()[i * length + p] & 0xff;
        int b = batch.pixels()[next * length + p] & 0xff;
        pixels[i * length + p] = (byte) (b + own * (a - b) + 0.5f);
      }
      targets[i * classes + batch.labels()[i]] += own;
      targets[i * classes + batch.labels()[next]] += 1 - own;
    }
    return new ImageBatch(batch.rows(), pixels, batch.labels(), targets);
  }
}
