package gloss.score.rouge;

/** Opens the generator of the aggregator to the conformance tests. */
public final class Generators {
  private Generators() {}

  /** A number below each of these bounds, drawn one after the other after seeding. */
  public static int[] legacyChoice(long seed, int... bounds) {
    MersenneTwister generator = new MersenneTwister(seed);
    int[] numbers = new int[bounds.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = generator.nextBelow(bounds[i]);
    }
    return numbers;
  }
}
