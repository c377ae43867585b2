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

/** The columns of a table whose values tell rows that are hard from rows that are easy. */
final class Columns {
  private static final int MOST = 6;

  private Columns() {}

  /** Of rows with classes; nothing where examples are no rows. */
  static Optional<Section> of(ClassExplanation explanation) {
    return section(
        "Mean loss of rows, in nats,",
        Slices.of(explanation.examples(), ClassExample::content, Set.of(), MOST),
        Columns::classes);
  }

  /** Of rows with numbers. */
  static Optional<Section> of(NumberExplanation explanation) {
    return section(
        "RMSE and mean error of rows",
        Slices.of(
            explanation.examples(), NumberExample::content, Set.of(explanation.target()), MOST),
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
      String about, List<Slices.Slice<E>> slices, Bars<E> bars) {
    if (slices.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder html =
        new StringBuilder("<p class=\"facts\">")
            .append(Html.escape(about))
            .append(
                " by what stands in a column, the columns with the worst groups first; groups of"
                    + " fewer than 10 rows are left out.</p><div class=\"columns wide\">");
    for (Slices.Slice<E> slice : slices) {
      List<BarTable.Bar> shown = new ArrayList<>();
      slice.groups().forEach((name, rows) -> shown.add(bars.of(name, rows)));
      html.append(BarTable.of(slice.column(), "", List.of(shown)));
    }
    return Optional.of(
        new Section("columns", "By column", "By column", html.append("</div>").toString()));
  }
}
