package gloss.score.rouge.script;

/** The generator behind perl's {@code srand} and {@code rand}: drand48 of POSIX. */
final class Drand48 {
  private static final long MULTIPLIER = 0x5DEECE66DL;
  private static final long MASK = (1L << 48) - 1;

  private long state;

  /** As {@code srand(seed)}. */
  Drand48(int seed) {
    state = ((seed & 0xffffffffL) << 16) + 0x330E;
  }

  /** As {@code int(rand(bound))}. */
  int nextBelow(int bound) {
    state = (state * MULTIPLIER + 0xB) & MASK;
    return (int) (bound * (state * 0x1p-48));
  }
}
