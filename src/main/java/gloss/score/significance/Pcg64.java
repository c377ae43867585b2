package gloss.score.significance;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * NumPy's default generator, {@code numpy.random.default_rng(seed)}: PCG64, that is PCG XSL RR
 * 128/64 (O'Neill 2014), with NumPy's ways to draw whole numbers and bits from it.
 */
public final class Pcg64 implements Serializable {
  private static final long serialVersionUID = 1;

  private static final long MULTIPLIER_HIGH = 0x2360ED051FC65DA4L;
  private static final long MULTIPLIER_LOW = 0x4385DF649FCCF645L;

  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

  private final long incrementHigh;
  private final long incrementLow;
  private long high;
  private long low;
  private boolean hasHalf;
  private int half;

  /** Seeds as {@code default_rng(seed)} does. */
  public Pcg64(BigInteger seed) {
    long[] words = new SeedSequence(seed).generate(4);
    incrementHigh = words[2] << 1 | words[3] >>> 63;
    incrementLow = words[3] << 1 | 1;
    step();
    add(words[0], words[1]);
    step();
  }

  private void step() {
    long newLow = low * MULTIPLIER_LOW;
    long newHigh =
        high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH + unsignedHigh(low, MULTIPLIER_LOW);
    low = newLow;
    high = newHigh;
    add(incrementHigh, incrementLow);
  }

  /** A generator that goes on from where this one is, by itself. */
  public Pcg64 copy() {
    return new Pcg64(this);
  }

  private Pcg64(Pcg64 other) {
    incrementHigh = other.incrementHigh;
    incrementLow = other.incrementLow;
    high = other.high;
    low = other.low;
    hasHalf = other.hasHalf;
    half = other.half;
  }

  /** What so many calls of {@link #nextInt} would leave behind, in a time that does not grow. */
  void skipInts(long count) {
    long left = count;
    if (hasHalf && left > 0) {
      nextInt();
      left--;
    }
    jump(left / 2);
    if (left % 2 > 0) {
      nextInt();
    }
  }

  /** So many steps by repeated squaring (Brown 1994), modulo 2^128. */
  private void jump(long steps) {
    BigInteger factor = whole(MULTIPLIER_HIGH, MULTIPLIER_LOW);
    BigInteger summand = whole(incrementHigh, incrementLow);
    BigInteger state = whole(high, low);
    for (long left = steps; left > 0; left >>>= 1) {
      if (left % 2 > 0) {
        state = state.multiply(factor).add(summand).mod(MODULUS);
      }
      summand = factor.add(BigInteger.ONE).multiply(summand).mod(MODULUS);
      factor = factor.multiply(factor).mod(MODULUS);
    }
    high = state.shiftRight(Long.SIZE).longValue();
    low = state.longValue();
  }

  private static BigInteger whole(long high, long low) {
    BigInteger unsigned = BigInteger.ONE.shiftLeft(Long.SIZE);
    return BigInteger.valueOf(high)
        .mod(unsigned)
        .shiftLeft(Long.SIZE)
        .add(BigInteger.valueOf(low).mod(unsigned));
  }

  private void add(long otherHigh, long otherLow) {
    low += otherLow;
    high += otherHigh + (Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0);
  }

  private static long unsignedHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
  }

  /** 64 bits. */
  public long nextLong() {
    step();
    return Long.rotateRight(high ^ low, (int) (high >>> 58));
  }

  /** 32 bits: the low half of 64, then the high half. */
  public int nextInt() {
    if (hasHalf) {
      hasHalf = false;
      return half;
    }
    long bits = nextLong();
    hasHalf = true;
    half = (int) (bits >>> 32);
    return (int) bits;
  }

  /**
   * A whole number from 0 to {@code n} − 1, as {@code integers(n)} and {@code choice(n)} draw it
   * (Lemire 2019). Draws nothing if {@code n} is 1.
   */
  public int nextBelow(int n) {
    if (n == 1) {
      return 0;
    }
    long product = (nextInt() & 0xffffffffL) * n;
    if ((product & 0xffffffffL) < n) {
      long threshold = ((1L << 32) - n) % n;
      while ((product & 0xffffffffL) < threshold) {
        product = (nextInt() & 0xffffffffL) * n;
      }
    }
    return (int) (product >>> 32);
  }

  /**
   * The bits of one call of {@code integers(2, size, dtype=bool)}: every 32 bits drawn serve from
   * the lowest on; what is left at the end of the call is lost.
   */
  public Bits bits() {
    return new Bits();
  }

  /** See {@link Pcg64#bits}. */
  public final class Bits {
    private int buffer;
    private int left;

    private Bits() {}

    /** 0 or 1. */
    public int next() {
      if (left == 0) {
        buffer = nextInt();
        left = 32;
      }
      int bit = buffer & 1;
      buffer >>>= 1;
      left--;
      return bit;
    }
  }
}
