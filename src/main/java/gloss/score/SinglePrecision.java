package gloss.score;

/**
 * A metric whose reference implementation resamples with NumPy: totals of resamples are summed in
 * single precision and scored by NumPy's rules (version 2, NEP 50). To be equal to it bit by bit
 * one has to round where it rounds. Metrics without such a reference do not implement this; their
 * totals are summed and scored in double precision.
 */
public interface SinglePrecision {
  /**
   * The score of totals of a bootstrap resample: a {@link Float} where NumPy ends with a
   * single-precision scalar, a {@link Double} where it ends with a Python float.
   */
  Number resampled(float[] sums);

  /** The score of totals of shuffled systems (approximate randomisation), which are not rounded. */
  double shuffled(double[] sums);
}
