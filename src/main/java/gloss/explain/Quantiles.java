package gloss.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Rows in groups of like size by a number, and the errors of each group. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * A group.
   *
   * @param from the least number in it
   * @param to the largest
   * @param count how many rows
   * @param rmse root of the mean squared error
   * @param bias mean error: above 0 where too much is predicted
   */
  public record Group(double from, double to, long count, double rmse, double bias) {
    /** The range in words. */
    public String name() {
      return range(from, to);
    }
  }

  static String range(double from, double to) {
    return from == to ? text(from) : text(from) + " – " + text(to);
  }

  private static String text(double number) {
    String text = String.format(Locale.ROOT, "%.4g", number);
    return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
  }

  /** By the right number. */
  public static List<Group> byTarget(NumberExplanation explanation, int groups) {
    return of(explanation.examples(), NumberExample::target, groups);
  }

  /** By the predicted number. */
  public static List<Group> byOutput(NumberExplanation explanation, int groups) {
    return of(explanation.examples(), NumberExample::output, groups);
  }

  /** Rows with equal numbers stay together, so that there may be fewer groups. */
  private static List<Group> of(
      List<NumberExample> examples, ToDoubleFunction<NumberExample> by, int groups) {
    List<NumberExample> sorted = examples.stream().sorted(Comparator.comparingDouble(by)).toList();
    List<Group> found = new ArrayList<>();
    int from = 0;
    for (int group = 1; group <= groups; group++) {
      int to = Math.toIntExact((long) group * sorted.size() / groups);
      while (to > from && to < sorted.size() && same(sorted.get(to - 1), sorted.get(to), by)) {
        to++;
      }
      if (to > from) {
        found.add(group(sorted.subList(from, to), by));
        from = to;
      }
    }
    return found;
  }

  private static boolean same(
      NumberExample a, NumberExample b, ToDoubleFunction<NumberExample> by) {
    return by.applyAsDouble(a) == by.applyAsDouble(b);
  }

  private static Group group(List<NumberExample> rows, ToDoubleFunction<NumberExample> by) {
    return new Group(
        by.applyAsDouble(rows.get(0)),
        by.applyAsDouble(rows.get(rows.size() - 1)),
        rows.size(),
        Math.sqrt(rows.stream().mapToDouble(NumberExample::loss).average().orElse(0)),
        rows.stream().mapToDouble(NumberExample::error).average().orElse(0));
  }
}
