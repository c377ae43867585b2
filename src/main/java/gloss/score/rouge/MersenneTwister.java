package gloss.score.rouge;

/**
 * MT19937 (Matsumoto and Nishimura 1998) seeded and read as NumPy's legacy generator does, {@code
 * numpy.random.seed} and {@code numpy.random.choice}. Used by one thread at a time.
 */
final class MersenneTwister {
  private static final int SIZE = 624;
  private static final int MIDDLE = 397;

  private final int[] state = new int[SIZE];
  private int position = SIZE;

  /** Starts from the lower 32 bits of a seed. */
  MersenneTwister(long seed) {
    int word = (int) seed;
    for (int i = 0; i < SIZE; i++) {
      state[i] = word;
      word = 1812433253 * (word ^ (word >>> 30)) + i + 1;
    }
  }

  /** The next 32 bits. */
  int next() {
    if (position == SIZE) {
      refill();
    }
    int y = state[position++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private void refill() {
    for (int i = 0; i < SIZE; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
      int twisted = (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
      state[i] = state[(i + MIDDLE) % SIZE] ^ twisted;
    }
    position = 0;
  }

  /** A number from 0 to {@code bound - 1}: bits under a mask until they fit; 1 takes no bits. */
  int nextBelow(int bound) {
    if (bound == 1) {
      return 0;
    }
    int mask = -1 >>> Integer.numberOfLeadingZeros(bound - 1);
    int value = next() & mask;
    while (value >= bound) {
      value = next() & mask;
    }
    return value;
  }
}
