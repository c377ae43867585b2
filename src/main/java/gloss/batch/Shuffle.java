package gloss.batch;

import java.util.Random;

/** Orders that depend on a seed and an epoch alone, the same on every machine. */
public final class Shuffle {
  private Shuffle() {}

  /** The generator of one epoch; {@link Random}'s sequence is fixed by its specification. */
  public static Random generator(long seed, long epoch) {
    return new Random(mix(mix(seed) + epoch));
  }

  /** Fisher and Yates's shuffle, in place. */
  public static void shuffle(int[] values, Random random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }

  /** The finalizer of SplitMix64: neighbouring seeds must not give similar generators. */
  static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
