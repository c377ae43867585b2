package gloss.explain;

import java.util.Comparator;
import java.util.List;

/**
 * The lines that are least likely, by the loss of a token on average. A pair that does not belong
 * together, or is full of errors, is among them if the model has learned the others well.
 *
 * @param lines the least likely first
 * @param share of the loss of all lines that they have, in [0, 1]
 */
public record Hardest(List<Line> lines, double share) {
  /** Copies the list. */
  public Hardest {
    lines = List.copyOf(lines);
  }

  /** A part of the lines, in (0, 1]; at least one line. */
  public static Hardest of(Explanation explanation, double part) {
    int count = (int) Math.max(1, Math.ceil(part * explanation.lines().size()));
    List<Line> lines =
        explanation.lines().stream()
            .sorted(Comparator.comparingDouble(Line::mean).reversed())
            .limit(count)
            .toList();
    double loss = lines.stream().mapToDouble(Line::loss).sum();
    return new Hardest(lines, explanation.total() == 0 ? 0 : loss / explanation.total());
  }

  /**
   * Lines that stand apart: the loss of a token is above q₃ + 3 (q₃ − q₁), with the quartiles q₁
   * and q₃ of all lines, Tukey's far outliers.
   */
  public static List<Line> outliers(Explanation explanation) {
    double[] means = explanation.lines().stream().mapToDouble(Line::mean).sorted().toArray();
    double low = means[means.length / 4];
    double high = means[Math.min(means.length - 1, 3 * means.length / 4)];
    double limit = high + 3 * (high - low);
    return explanation.lines().stream()
        .filter(line -> line.mean() > limit)
        .sorted(Comparator.comparingDouble(Line::mean).reversed())
        .toList();
  }
}
