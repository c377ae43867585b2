package gloss.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows of a table in groups by what stands in a column: where a model is at its worst. */
public final class Slices {
  /** Rows of a group that has fewer are told together with others. */
  private static final int FEWEST = 10;

  private static final int VALUES = 8;
  private static final int QUARTERS = 4;

  private Slices() {}

  /**
   * A column.
   *
   * @param column its name
   * @param groups of its rows, by the value, numbers in their order and others by how frequent they
   *     are, or by ranges of numbers of like size
   */
  public record Slice<E extends Example>(String column, Map<String, List<E>> groups) {
    /** The mean loss of the worst group. */
    public double worst() {
      return groups.values().stream().mapToDouble(Slices::mean).max().orElse(0);
    }
  }

  static double mean(List<? extends Example> rows) {
    return rows.stream().mapToDouble(Example::loss).average().orElse(0);
  }

  /**
   * The columns whose worst group has the largest mean loss, the worst first; none where examples
   * are no rows.
   *
   * @param but columns that are left out
   */
  public static <E extends Example> List<Slice<E>> of(
      List<E> examples, Function<E, Content> content, Set<String> but, int most) {
    if (!(content.apply(examples.get(0)) instanceof Content.Row first)) {
      return List.of();
    }
    List<Slice<E>> slices = new ArrayList<>();
    for (int c = 0; c < first.columns().size(); c++) {
      int column = c;
      Function<E, String> cell = e -> ((Content.Row) content.apply(e)).cells().get(column);
      boolean isTarget = examples.stream().allMatch(e -> cell.apply(e).equals(e.truth()));
      if (!isTarget && !but.contains(first.columns().get(c))) {
        Map<String, List<E>> groups = groups(examples, cell);
        if (groups.size() > 1) {
          slices.add(new Slice<>(first.columns().get(c), groups));
        }
      }
    }
    slices.sort(Comparator.comparingDouble((Slice<E> slice) -> slice.worst()).reversed());
    return slices.subList(0, Math.min(most, slices.size()));
  }

  private static <E extends Example> Map<String, List<E>> groups(
      List<E> examples, Function<E, String> cell) {
    Map<String, List<E>> byValue =
        examples.stream()
            .collect(Collectors.groupingBy(cell, LinkedHashMap::new, Collectors.toList()));
    List<E> numbers = examples.stream().filter(e -> isNumber(cell.apply(e))).toList();
    if (byValue.size() > VALUES && numbers.size() > examples.size() / 2) {
      return ranges(numbers, e -> Double.parseDouble(cell.apply(e)));
    }
    List<Map.Entry<String, List<E>>> largest =
        new ArrayList<>(
            byValue.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= FEWEST)
                .sorted(
                    Comparator.comparingInt(
                        (Map.Entry<String, List<E>> entry) -> -entry.getValue().size()))
                .limit(VALUES)
                .toList());
    if (largest.stream().allMatch(entry -> isNumber(entry.getKey()))) {
      largest.sort(Comparator.comparingDouble(entry -> Double.parseDouble(entry.getKey())));
    }
    Map<String, List<E>> groups = new LinkedHashMap<>();
    largest.forEach(e -> groups.put(e.getKey().isEmpty() ? "(empty)" : e.getKey(), e.getValue()));
    return groups;
  }

  private static boolean isNumber(String cell) {
    try {
      return Double.isFinite(Double.parseDouble(cell));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static <E extends Example> Map<String, List<E>> ranges(
      List<E> rows, Function<E, Double> number) {
    List<E> sorted = rows.stream().sorted(Comparator.comparing(number)).toList();
    Map<String, List<E>> groups = new LinkedHashMap<>();
    int from = 0;
    for (int quarter = 1; quarter <= QUARTERS; quarter++) {
      int to = quarter * sorted.size() / QUARTERS;
      // Rows with equal numbers stay together.
      while (to > from
          && to < sorted.size()
          && number.apply(sorted.get(to - 1)).equals(number.apply(sorted.get(to)))) {
        to++;
      }
      if (to > from) {
        List<E> some = sorted.subList(from, to);
        groups.put(
            Quantiles.range(number.apply(some.get(0)), number.apply(some.get(some.size() - 1))),
            some);
        from = to;
      }
    }
    return groups;
  }
}
