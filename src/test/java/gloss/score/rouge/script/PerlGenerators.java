package gloss.score.rouge.script;

/** Opens perl's generator to the conformance tests. */
public final class PerlGenerators {
  private PerlGenerators() {}

  /** So many numbers below a bound, drawn after {@code srand(seed)}. */
  public static int[] choice(int seed, int bound, int count) {
    Drand48 generator = new Drand48(seed);
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = generator.nextBelow(bound);
    }
    return numbers;
  }
}
