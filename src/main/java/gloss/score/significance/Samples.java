package gloss.score.significance;

import gloss.text.InputException;

/** The check that all tests share. */
final class Samples {
  private Samples() {}

  static void check(int samples) {
    if (samples < 1) {
      throw new InputException(
          "the number of resamples or trials must be 1 or more, but is " + samples);
    }
  }
}
