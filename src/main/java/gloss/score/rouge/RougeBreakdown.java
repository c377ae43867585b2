package gloss.score.rouge;

import gloss.score.Breakdown;
import gloss.score.Decimals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * ROUGE with precision, recall and F, each the mean over the segments.
 *
 * @param score fractions from 0 to 1
 * @param segments how many segments the means are taken over
 * @param matches lines that say what matched; empty for a corpus
 */
public record RougeBreakdown(RougeScore score, long segments, Supplier<List<String>> matches)
    implements Breakdown {
  /** The means of summed statistics of the kind P, R, F, 1. */
  public static RougeBreakdown mean(double[] sums) {
    double count = Math.max(sums[3], 1);
    RougeScore mean = new RougeScore(sums[0] / count, sums[1] / count, sums[2] / count);
    return new RougeBreakdown(mean, (long) sums[3], List::of);
  }

  /** 100 × F. */
  @Override
  public double value() {
    return 100 * score.fmeasure();
  }

  /** {@code (P = 93.8 R = 80.7)}. */
  @Override
  public String summary() {
    return "(P = " + percent(score.precision()) + " R = " + percent(score.recall()) + ")";
  }

  private static String percent(double fraction) {
    return Decimals.fixed(100 * fraction, 1);
  }

  /** {@code precision}, {@code recall}, {@code fmeasure}. */
  @Override
  public Map<String, Double> parts() {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("precision", score.precision());
    parts.put("recall", score.recall());
    parts.put("fmeasure", score.fmeasure());
    return parts;
  }

  RougeBreakdown withMatches(Supplier<List<String>> lines) {
    return new RougeBreakdown(score, segments, lines);
  }

  @Override
  public List<String> explain() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "precision "
            + Decimals.fixed(score.precision(), 4)
            + ", recall "
            + Decimals.fixed(score.recall(), 4)
            + ", F "
            + Decimals.fixed(score.fmeasure(), 4)
            + (segments == 1 ? "" : ", each the mean over " + segments + " segments"));
    lines.addAll(matches.get());
    return lines;
  }
}
