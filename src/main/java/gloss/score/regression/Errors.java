package gloss.score.regression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The index of means of errors. */
public final class Errors {
  /** Mean squared error: Σ (y − ŷ)² / n. */
  public static final MeanError MSE = new MeanError("MSE", error -> error * error, mean -> mean);

  /** Its square root, in the unit of the numbers. */
  public static final MeanError RMSE = new MeanError("RMSE", error -> error * error, Math::sqrt);

  /** Mean absolute error: Σ |y − ŷ| / n. */
  public static final MeanError MAE = new MeanError("MAE", Math::abs, mean -> mean);

  private static final Map<String, MeanError> INDEX = index(MSE, RMSE, MAE);

  private Errors() {}

  private static Map<String, MeanError> index(MeanError... errors) {
    Map<String, MeanError> index = new LinkedHashMap<>();
    for (MeanError error : errors) {
      index.put(error.name(), error);
    }
    return Collections.unmodifiableMap(index);
  }

  /** All of them by name. */
  public static Map<String, MeanError> index() {
    return INDEX;
  }
}
