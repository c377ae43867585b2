package gloss.score.chrf;

import gloss.score.Breakdown;
import gloss.score.Decimals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * chrF with the counts behind it.
 *
 * @param value 0 to 100
 * @param charOrder how many of the orders count characters; the others count words
 * @param counts for every order the n-grams of the hypothesis, of the reference, and shared
 */
public record ChrfBreakdown(double value, int charOrder, List<Double> counts) implements Breakdown {
  static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  @Override
  public List<String> explain() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < counts.size() / 3; i++) {
      String what = i < charOrder ? "character " : "word ";
      int order = i < charOrder ? i + 1 : i - charOrder + 1;
      lines.add(what + order + "-grams: " + order(3 * i));
    }
    return lines;
  }

  private String order(int i) {
    double shared = counts.get(i + 2);
    return (long) shared
        + " shared, precision "
        + share(shared, counts.get(i))
        + ", recall "
        + share(shared, counts.get(i + 1));
  }

  private static String share(double shared, double all) {
    return all == 0 ? "undefined (no n-gram)" : Decimals.fixed(100 * shared / all, 1);
  }
}
