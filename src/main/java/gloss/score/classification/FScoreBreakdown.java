package gloss.score.classification;

import gloss.score.Breakdown;
import gloss.score.Decimals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Precision, recall and F1 with the counts behind them.
 *
 * @param value the quantity asked for; NaN if there is no example
 * @param average all three, averaged
 * @param classes counts of the classes that take part
 * @param undefined what 0/0 counts as
 */
public record FScoreBreakdown(
    double value, ClassRates average, List<ClassCounts> classes, double undefined)
    implements Breakdown {
  /** Copies the list. */
  public FScoreBreakdown {
    classes = List.copyOf(classes);
  }

  @Override
  public Map<String, Double> parts() {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("precision", average.precision());
    parts.put("recall", average.recall());
    parts.put("f1", average.f1());
    return parts;
  }

  /** Precision, recall and F1 of every class that takes part, in the order of {@link #classes}. */
  public List<ClassRates> rates() {
    return classes.stream().map(counts -> counts.rates(undefined)).toList();
  }

  @Override
  public List<String> explain() {
    List<String> lines = new ArrayList<>();
    for (ClassCounts counts : classes) {
      ClassRates rates = counts.rates(undefined);
      lines.add(
          "class "
              + counts.number()
              + ": precision "
              + rate(rates.precision(), counts.predicted(), "never predicted")
              + ", recall "
              + rate(rates.recall(), counts.examples(), "no example")
              + ", F1 "
              + Decimals.fixed(rates.f1(), 4)
              + ", "
              + Decimals.fixed(counts.examples(), 0)
              + " examples");
    }
    return lines;
  }

  private static String rate(double rate, double of, String why) {
    return Decimals.fixed(rate, 4) + (of == 0 ? " (undefined: " + why + ")" : "");
  }
}
