package gloss.corpus.image;

import java.util.List;

/**
 * What makes channels comparable: {@code (pixel − mean) / deviation}, with the mean and the
 * standard deviation of each channel over the pictures that are trained on.
 *
 * @param means one for each channel, 0 to 255
 * @param deviations one for each channel, above 0; 1 where all pixels are the same
 */
public record Normalization(List<Double> means, List<Double> deviations) {
  /** Copies the lists. */
  public Normalization {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    if (means.size() != deviations.size() || deviations.stream().anyMatch(d -> !(d > 0))) {
      throw new IllegalArgumentException("no normalization: " + means + ", " + deviations);
    }
  }

  /** That of some pictures. */
  public static Normalization of(ImageSet set) {
    int channels = set.size().channels();
    long[] sums = new long[channels];
    long[] squares = new long[channels];
    for (byte[] pixels : set.pixels()) {
      for (int i = 0; i < pixels.length; i++) {
        int value = pixels[i] & 0xff;
        sums[i % channels] += value;
        squares[i % channels] += (long) value * value;
      }
    }
    double pixels = (double) set.count() * set.size().length() / channels;
    Double[] means = new Double[channels];
    Double[] deviations = new Double[channels];
    for (int c = 0; c < channels; c++) {
      means[c] = sums[c] / pixels;
      double variance = squares[c] / pixels - means[c] * means[c];
      deviations[c] = variance > 0 ? Math.sqrt(variance) : 1;
    }
    return new Normalization(List.of(means), List.of(deviations));
  }
}
