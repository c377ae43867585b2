package gloss.score.catalog;

import gloss.score.Metric;
import gloss.score.Score;
import gloss.score.regression.Errors;
import gloss.score.regression.Estimate;
import gloss.score.regression.RSquared;
import gloss.text.InputException;
import gloss.text.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of predicted numbers by name. */
public final class NumberMetrics {
  private static final Map<String, Metric<Estimate>> INDEX = build();

  private NumberMetrics() {}

  private static Map<String, Metric<Estimate>> build() {
    Map<String, Metric<Estimate>> index = new LinkedHashMap<>();
    index.put("rmse", Errors.RMSE);
    index.put("mae", Errors.MAE);
    index.put("mse", Errors.MSE);
    index.put("r2", new RSquared());
    return Collections.unmodifiableMap(index);
  }

  /** The names. */
  public static List<String> names() {
    return List.copyOf(INDEX.keySet());
  }

  /** The score of examples; an unknown name is an {@link InputException}. */
  public static Score score(String name, List<Estimate> examples) {
    Metric<Estimate> metric = INDEX.get(name);
    if (metric == null) {
      throw new InputException(
          "no metric of numbers is called '" + name + "'" + Nearest.hint(name, INDEX.keySet()));
    }
    return metric.score(examples);
  }
}
