package gloss.loss;

/** What losses ask of their parameters; each failure is an {@link IllegalArgumentException}. */
final class Require {
  private Require() {}

  static void positive(String name, double value) {
    that(value > 0 && Double.isFinite(value), name + " must be greater than 0, is " + value);
  }

  static void notNegative(String name, double value) {
    that(value >= 0 && Double.isFinite(value), name + " must be at least 0, is " + value);
  }

  static void inside(String name, double value) {
    that(value > 0 && value < 1, name + " must be between 0 and 1, is " + value);
  }

  static void that(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
