package gloss.score.significance;

import java.math.BigInteger;

/**
 * NumPy's {@code SeedSequence}: spreads a seed over as many bits as a generator needs. After
 * O'Neill (2015), "Developing a seed_seq alternative".
 */
final class SeedSequence {
  private static final int POOL = 4;
  private static final int INIT_A = 0x43b0d7e5;
  private static final int MULT_A = 0x931e8875;
  private static final int INIT_B = 0x8b51f9dd;
  private static final int MULT_B = 0x58f38ded;
  private static final int MIX_L = 0xca01f9dd;
  private static final int MIX_R = 0x4973f715;

  private final int[] pool = new int[POOL];
  private int hashConstant = INIT_A;

  /** Spreads a whole number, 0 or more. */
  SeedSequence(BigInteger seed) {
    int words = Math.max(1, (seed.bitLength() + 31) / 32);
    int[] entropy = new int[Math.max(POOL, words)];
    for (int i = 0; i < words; i++) {
      entropy[i] = seed.shiftRight(32 * i).intValue();
    }
    for (int i = 0; i < POOL; i++) {
      pool[i] = hash(entropy[i]);
    }
    for (int source = 0; source < POOL; source++) {
      for (int target = 0; target < POOL; target++) {
        if (source != target) {
          pool[target] = mix(pool[target], hash(pool[source]));
        }
      }
    }
    for (int source = POOL; source < words; source++) {
      for (int target = 0; target < POOL; target++) {
        pool[target] = mix(pool[target], hash(entropy[source]));
      }
    }
  }

  private int hash(int value) {
    int hashed = value ^ hashConstant;
    hashConstant *= MULT_A;
    hashed *= hashConstant;
    return hashed ^ hashed >>> 16;
  }

  private static int mix(int x, int y) {
    int mixed = MIX_L * x - MIX_R * y;
    return mixed ^ mixed >>> 16;
  }

  /** So many words of 64 bits. */
  long[] generate(int count) {
    long[] words = new long[count];
    int constant = INIT_B;
    for (int i = 0; i < 2 * count; i++) {
      int word = pool[i % POOL] ^ constant;
      constant *= MULT_B;
      word *= constant;
      word ^= word >>> 16;
      words[i / 2] |= (word & 0xffffffffL) << (i % 2 == 0 ? 0 : 32);
    }
    return words;
  }
}
