package gloss.yaml;

import gloss.text.Nearest;
import java.util.Collection;

/**
 * What constructors of records ask of their components; each failure is an {@link InvalidValue}.
 */
public final class Check {
  private Check() {}

  /** Fails unless the value is {@code minimum} or more. */
  public static void atLeast(String key, long value, long minimum) {
    that(value >= minimum, key, "must be at least " + minimum + ", is " + value);
  }

  /** Fails unless the value is greater than 0 and finite. */
  public static void positive(String key, double value) {
    that(value > 0 && Double.isFinite(value), key, "must be greater than 0, is " + value);
  }

  /** Fails unless the value is 0 or more and finite. */
  public static void notNegative(String key, double value) {
    that(value >= 0 && Double.isFinite(value), key, "must be at least 0, is " + value);
  }

  /**
   * Fails unless the value is a share in [0, 1): such as a dropout, where 1 would leave nothing.
   */
  public static void share(String key, double value) {
    that(value >= 0 && value < 1, key, "must be in [0, 1), is " + value);
  }

  /** Fails unless the text has a character that is no white space. */
  public static void notBlank(String key, String value) {
    that(!value.isBlank(), key, "must not be empty");
  }

  /** Fails unless the collection has a member. */
  public static void notEmpty(String key, Collection<?> value) {
    that(!value.isEmpty(), key, "must not be empty");
  }

  /** Fails unless the value is one of the names. */
  public static void oneOf(String key, String value, Collection<String> names) {
    that(names.contains(value), key, "unknown name '" + value + "'" + Nearest.hint(value, names));
  }

  /** Fails with the reason unless the condition holds. */
  public static void that(boolean condition, String key, String reason) {
    if (!condition) {
      throw new InvalidValue(key, reason);
    }
  }
}
