package gloss.decode;

import gloss.score.Segment;
import gloss.score.TextMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Minimum Bayes risk (Kumar and Byrne 2004; Eikema and Aziz 2020): the expected utility of a text
 * is its mean score with each candidate as the reference. A text that was drawn twice counts twice.
 */
public final class MinimumBayesRisk {
  private MinimumBayesRisk() {}

  /**
   * The expected utility of each candidate; of an error rate it is negative, so that higher is
   * better.
   *
   * @param metric made for single segments
   */
  public static List<Double> utilities(List<String> candidates, TextMetric metric) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    candidates.forEach(candidate -> counts.merge(candidate, 1, Integer::sum));
    Map<String, Double> utilities = new LinkedHashMap<>();
    for (String text : counts.keySet()) {
      double sum = 0;
      for (Map.Entry<String, Integer> reference : counts.entrySet()) {
        Segment segment = new Segment(text, List.of(reference.getKey()));
        sum += reference.getValue() * metric.score(segment).value();
      }
      double mean = sum / candidates.size();
      utilities.put(text, metric.higherIsBetter() ? mean : -mean);
    }
    List<Double> all = new ArrayList<>();
    candidates.forEach(candidate -> all.add(utilities.get(candidate)));
    return all;
  }
}
