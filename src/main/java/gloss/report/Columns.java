package gloss.report;

import gloss.explain.ClassExample;
import gloss.explain.ClassExplanation;
import gloss.explain.Example;
import gloss.explain.NumberExample;
import gloss.explain.NumberExplanation;
import gloss.explain.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of a table whose values tell rows that are hard from rows that are easy. */
final class Columns {
  private static final int MOST = 6;

  private Columns() {}

  /**
   * Of rows with classes, of one model or of two side by side; nothing where examples are no rows.
   *
   * @param key says which model is which
   */
  static Optional<Section> classes(List<ClassExplanation> models, String key) {
    List<ClassExample> first = models.get(0).examples();
    return section(
        key + "Mean loss of rows",
        List.of("nats"),
        models.stream().map(ClassExplanation::examples).toList(),
        Slices.of(first, ClassExample::content, Set.of(), MOST),
        Columns::classes);
  }

  /** Of rows with numbers. */
  static Optional<Section> numbers(List<NumberExplanation> models, String key) {
    NumberExplanation first = models.get(0);
    return section(
        key + "RMSE and mean error of rows",
        NumberPage.HEADS,
        models.stream().map(NumberExplanation::examples).toList(),
        Slices.of(first.examples(), NumberExample::content, Set.of(first.target()), MOST),
        Columns::numbers);
  }

  private static BarTable.Bar classes(String name, List<ClassExample> rows) {
    double right = rows.stream().filter(ClassExample::isRight).count() / (double) rows.size();
    return new BarTable.Bar(
        name,
        rows.stream().mapToDouble(ClassExample::loss).average().orElse(0),
        List.of(Page.percent(right) + " right"),
        Html.whole(rows.size()) + " rows");
  }

  private static BarTable.Bar numbers(String name, List<NumberExample> rows) {
    return new BarTable.Bar(
        name,
        Math.sqrt(rows.stream().mapToDouble(NumberExample::loss).average().orElse(0)),
        List.of(
            Gallery.signed(rows.stream().mapToDouble(NumberExample::error).average().orElse(0))),
        Html.whole(rows.size()) + " rows");
  }

  private interface Bars<E> {
    BarTable.Bar of(String name, List<E> rows);
  }

  private static <E extends Example> Optional<Section> section(
      String about,
      List<String> heads,
      List<List<E>> models,
      List<Slices.Slice<E>> slices,
      Bars<E> bars) {
    if (slices.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder html =
        new StringBuilder("<p class=\"facts\">")
            .append(about)
            .append(" by what stands in a column, the columns with the worst groups ")
            .append(models.size() > 1 ? "of A " : "")
            .append("first; groups of fewer than 10 rows are left out.</p>")
            .append("<div class=\"columns wide\">");
    for (Slices.Slice<E> slice : slices) {
      html.append(
          BarTable.of(
              slice.column(),
              "",
              heads,
              models.stream().map(rows -> bars(slice, rows, bars)).toList()));
    }
    return Optional.of(
        new Section("columns", "By column", "By column", html.append("</div>").toString()));
  }

  /** A model's own examples in the groups of another's. */
  private static <E extends Example> List<BarTable.Bar> bars(
      Slices.Slice<E> slice, List<E> rows, Bars<E> bars) {
    List<BarTable.Bar> shown = new ArrayList<>();
    slice
        .groups()
        .forEach(
            (name, group) -> {
              Set<Integer> numbers =
                  group.stream().map(Example::number).collect(Collectors.toSet());
              shown.add(
                  bars.of(
                      name, rows.stream().filter(row -> numbers.contains(row.number())).toList()));
            });
    return shown;
  }
}
