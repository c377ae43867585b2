package gloss.score.significance;

import gloss.text.InputException;
import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Where a resampling starts: a number, or fresh from the operating system for every generator.
 *
 * @param name what signatures say: the number, or {@code none}
 */
public record Seed(String name) {
  /** The seed of sacreBLEU. */
  public static final Seed DEFAULT = new Seed("12345");

  /** Checks that it is a number or {@code none}. */
  public Seed {
    if (!name.equals("none") && !name.matches("\\d{1,1000}")) {
      throw new InputException(
          "a seed is a whole number of 0 or more, or 'none', but was '" + name + "'");
    }
  }

  /** A fixed seed, 0 or more. */
  public static Seed of(long number) {
    return new Seed(Long.toString(number));
  }

  /** A new generator; equal for equal numbers. */
  public Pcg64 generator() {
    return new Pcg64(
        name.equals("none") ? new BigInteger(128, new SecureRandom()) : new BigInteger(name));
  }
}
