package gloss.score;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a score would lie on other samples of the same kind.
 *
 * @param mean mean of the scores of the resamples
 * @param halfWidth half of the distance between the 2.5th and the 97.5th percentile
 */
public record Confidence(double mean, double halfWidth) {
  /** {@code μ = 71.83 ± 4.01}. */
  public String text(int width) {
    return "μ = " + Decimals.fixed(mean, width) + " ± " + Decimals.fixed(halfWidth, width);
  }

  Map<String, Object> fields(int width) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("confidence_mean", Decimals.rounded(mean, width));
    fields.put("confidence_var", Decimals.rounded(halfWidth, width));
    fields.put("confidence", text(width));
    return fields;
  }
}
