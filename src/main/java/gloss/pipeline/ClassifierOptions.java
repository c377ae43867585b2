package gloss.pipeline;

import gloss.text.InputException;

/**
 * How a {@link Classifier} works.
 *
 * @param mostPixels the largest picture that is decoded, height times width; a file of a few bytes
 *     can claim to be one of gigabytes
 * @param atOnce how many pictures or rows are classified together, at most
 */
public record ClassifierOptions(long mostPixels, int atOnce) {
  private static final long MOST_PIXELS = 1L << 26;
  private static final int AT_ONCE = 256;

  /** Checks the numbers. */
  public ClassifierOptions {
    if (mostPixels < 1 || atOnce < 1) {
      throw new InputException(
          "the most pixels and how many are classified at once must be 1 or more, but are "
              + mostPixels
              + " and "
              + atOnce);
    }
  }

  /** Pictures of 67 megapixels at most, 256 at once. */
  public static ClassifierOptions defaults() {
    return new ClassifierOptions(MOST_PIXELS, AT_ONCE);
  }

  /** The same with another bound on pictures. */
  public ClassifierOptions withMostPixels(long pixels) {
    return new ClassifierOptions(pixels, atOnce);
  }
}
