package gloss.score;

/**
 * How the intermediate results of a formula are rounded.
 *
 * <p>NumPy computes on single-precision totals in single precision. Rounding every result of a
 * double operation on floats to a float gives the very float that a single-precision operation
 * gives (Figueroa 1995), so one formula serves both.
 */
public enum Arithmetic {
  /** Results stay as they are. */
  DOUBLE {
    @Override
    public double round(double x) {
      return x;
    }
  },
  /** Every result is rounded to the nearest float. */
  SINGLE {
    @Override
    public double round(double x) {
      return (float) x;
    }
  };

  /** The result of one operation, rounded. */
  public abstract double round(double x);
}
