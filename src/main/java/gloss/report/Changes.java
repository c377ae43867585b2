package gloss.report;

import gloss.explain.ClassExample;
import gloss.explain.ClassExplanation;
import gloss.explain.Content;
import gloss.explain.Line;
import gloss.explain.ModelComparison;
import gloss.explain.NumberExample;
import gloss.explain.NumberExplanation;
import gloss.explain.TextExplanation;
import java.util.ArrayList;
import java.util.List;

/** Examples that two models answer differently, as a person sees them. */
final class Changes {
  private static final int MOST_LINES = 15;
  private static final int MOST_SHOTS = 36;
  private static final int MOST_ROWS = 25;

  private final ModelComparison comparison;

  Changes(ModelComparison comparison) {
    this.comparison = comparison;
  }

  /** The first of some examples. */
  String html(List<ModelComparison.Changed> changed) {
    if (changed.isEmpty()) {
      return "<p class=\"facts\">There is none.</p>";
    }
    String by = "<p class=\"facts\">By the " + Html.escape(comparison.measure()) + ".";
    if (comparison.a() instanceof TextExplanation a) {
      return by
          + " Against the reference: <ins>too much</ins> <del>missing</del></p>\n"
          + lines(changed, a, (TextExplanation) comparison.b());
    }
    return by
        + "</p>\n"
        + (comparison.a() instanceof ClassExplanation a
            ? classes(changed, a, (ClassExplanation) comparison.b())
            : numbers(
                changed, (NumberExplanation) comparison.a(), (NumberExplanation) comparison.b()));
  }

  private static String lines(
      List<ModelComparison.Changed> changed, TextExplanation a, TextExplanation b) {
    StringBuilder html = new StringBuilder();
    for (ModelComparison.Changed change : changed.stream().limit(MOST_LINES).toList()) {
      html.append(line(change, a.lines().get(change.index()), b.lines().get(change.index())));
    }
    return html.toString();
  }

  private static String line(ModelComparison.Changed change, Line a, Line b) {
    return "<article class=\"line\"><h3>Line "
        + Html.whole(change.number())
        + "<small>"
        + Html.number(change.scoreA())
        + " → "
        + Html.number(change.scoreB())
        + "</small></h3><dl>"
        + HeatMap.part("source", HeatMap.source(a.source()))
        + HeatMap.part("reference", Html.escape(a.reference()))
        + HeatMap.part("output A", Samples.difference(a.reference(), a.output()))
        + HeatMap.part("output B", Samples.difference(b.reference(), b.output()))
        + HeatMap.attention("attention A", a)
        + HeatMap.attention("attention B", b)
        + "</dl></article>\n";
  }

  private static String classes(
      List<ModelComparison.Changed> changed, ClassExplanation a, ClassExplanation b) {
    boolean rows = a.examples().get(0).content() instanceof Content.Row;
    List<String> shown = new ArrayList<>();
    for (ModelComparison.Changed change :
        changed.stream().limit(rows ? MOST_ROWS : MOST_SHOTS).toList()) {
      ClassExample ofA = a.examples().get(change.index());
      ClassExample ofB = b.examples().get(change.index());
      shown.add(ofA.content() instanceof Content.Row row ? row(ofA, ofB, row) : shot(ofA, ofB));
    }
    return a.examples().get(0).content() instanceof Content.Row first
        ? Tables.table("Rows", "where|said to be|A|#sure|B|#sure" + Gallery.columns(first), shown)
        : "<div class=\"shots\">" + String.join("", shown) + "</div>\n";
  }

  private static String row(ClassExample a, ClassExample b, Content.Row row) {
    return Tables.cell(Gallery.shortened(a.place()))
        + Tables.cell(a.truth())
        + Tables.cell(a.predicted())
        + Tables.number(Page.percent(a.confidence()))
        + Tables.cell(b.predicted())
        + Tables.number(Page.percent(b.confidence()))
        + Gallery.cells(row);
  }

  private static String shot(ClassExample a, ClassExample b) {
    return Gallery.shot(
        (Content.Picture) a.content(),
        a,
        a.place(),
        "<b>" + Html.escape(a.truth()) + "</b>" + Gallery.answer("A", a) + Gallery.answer("B", b));
  }

  private static String numbers(
      List<ModelComparison.Changed> changed, NumberExplanation a, NumberExplanation b) {
    List<String> rows = new ArrayList<>();
    for (ModelComparison.Changed change : changed.stream().limit(MOST_ROWS).toList()) {
      NumberExample ofA = a.examples().get(change.index());
      NumberExample ofB = b.examples().get(change.index());
      rows.add(
          Tables.cell(Gallery.shortened(ofA.place()))
              + Tables.number(Html.number(ofA.target()))
              + Tables.number(Html.number(ofA.output()))
              + Tables.number(Html.number(ofB.output()))
              + Tables.number(Gallery.signed(ofA.error()))
              + Tables.number(Gallery.signed(ofB.error()))
              + Gallery.cells((Content.Row) ofA.content()));
    }
    Content.Row first = (Content.Row) a.examples().get(0).content();
    return Tables.table(
        "Rows", "where|#right|#A|#B|#error of A|#error of B" + Gallery.columns(first), rows);
  }
}
