package gloss.decode;

/**
 * Logarithms of probabilities: {@code xᵢ − log Σⱼ exp xⱼ}. The loops here are such that the
 * compiler makes vector instructions of them, which it does not do where a loop changes types and
 * compares.
 */
final class LogSoftmax {
  /** What is so much less likely than the likeliest does not count, even many times. */
  private static final double LEAST = -60;

  /** By so much an exponent is divided for its series, which is short for what is small. */
  private static final double PARTS = 1024;

  private static final int BLOCK = 512;

  private LogSoftmax() {}

  /** Puts them in the place of logits, which it returns. */
  static float[] of(float[] logits) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = logit > largest ? logit : largest;
    }
    // What is not a number is in this sum, and so in all of them.
    float rest = (float) Math.log(sumOfExponentials(logits, largest));
    for (int i = 0; i < logits.length; i++) {
      logits[i] = logits[i] - largest - rest;
    }
    return logits;
  }

  /** {@code Σ exp(xᵢ − largest)}, to a relative 1e-9. */
  private static double sumOfExponentials(float[] x, float largest) {
    double[] block = new double[BLOCK];
    double sum = 0;
    for (int from = 0; from < x.length; from += BLOCK) {
      int count = Math.min(BLOCK, x.length - from);
      for (int i = 0; i < count; i++) {
        block[i] = x[from + i];
      }
      for (int i = 0; i < count; i++) {
        block[i] = Math.max(LEAST, block[i] - largest);
      }
      exponentials(block, count);
      sum += sum(block, count);
    }
    return sum;
  }

  /** {@code exp x = (exp x/1024)¹⁰²⁴} of numbers from {@link #LEAST} to 0. */
  private static void exponentials(double[] x, int count) {
    for (int i = 0; i < count; i++) {
      double t = x[i] * (1 / PARTS);
      x[i] = 1 + t * (1 + t * (1 / 2.0 + t * (1 / 6.0 + t * (1 / 24.0 + t * (1 / 120.0)))));
    }
    for (int i = 0; i < count; i++) {
      double y = x[i];
      double y2 = y * y;
      double y4 = y2 * y2;
      double y8 = y4 * y4;
      double y16 = y8 * y8;
      double y32 = y16 * y16;
      double y64 = y32 * y32;
      double y128 = y64 * y64;
      double y256 = y128 * y128;
      double y512 = y256 * y256;
      x[i] = y512 * y512;
    }
  }

  /** In four sums that do not wait for each other. */
  private static double sum(double[] x, int count) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      sum0 += x[i];
      sum1 += x[i + 1];
      sum2 += x[i + 2];
      sum3 += x[i + 3];
    }
    for (; i < count; i++) {
      sum0 += x[i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }
}
