package gloss.report;

import gloss.explain.ClassExample;
import gloss.explain.Content;
import gloss.explain.Example;
import gloss.explain.NumberExample;
import java.util.ArrayList;
import java.util.List;

/** Examples as a person sees them: pictures side by side, rows one below the other. */
final class Gallery {
  /** More cells make a table that nobody reads. */
  private static final int MOST_CELLS = 16;

  private Gallery() {}

  /** Classified examples, which are all pictures or all rows. */
  static String ofClasses(List<ClassExample> examples) {
    if (examples.isEmpty()) {
      return none();
    }
    if (examples.get(0).content() instanceof Content.Row first) {
      List<String> rows = new ArrayList<>();
      for (ClassExample example : examples) {
        rows.add(
            Tables.cell(shortened(example.place()))
                + Tables.cell(example.truth())
                + Tables.cell(example.predicted())
                + Tables.number(Page.percent(example.confidence()))
                + Tables.number(Html.number(example.loss()))
                + cells((Content.Row) example.content()));
      }
      return Tables.table(
          "Rows", "where|said to be|the model says|#how sure|#loss" + columns(first), rows);
    }
    StringBuilder html = new StringBuilder("<div class=\"shots\">");
    examples.forEach(example -> html.append(shot(example)));
    return html.append("</div>\n").toString();
  }

  private static String none() {
    return "<p class=\"facts\">There is none.</p>\n";
  }

  private static String shot(ClassExample example) {
    return shot(
        (Content.Picture) example.content(),
        example,
        example.place(),
        "<b>" + Html.escape(example.truth()) + "</b>" + answer("model", example));
  }

  /** What a model says, and how sure it is. */
  static String answer(String who, ClassExample example) {
    return "<span class=\""
        + (example.isRight() ? "right" : "wrong")
        + "\">"
        + who
        + ": "
        + Html.escape(example.predicted())
        + " "
        + Page.percent(example.confidence())
        + "</span>";
  }

  /** A picture with what is to be said of it, HTML. */
  static String shot(Content.Picture picture, Example example, String place, String about) {
    return "<figure class=\"shot\" title=\""
        + Html.escape(place)
        + "\"><img alt=\"number "
        + example.number()
        + "\" src=\""
        + Thumbnail.address(picture)
        + "\"><figcaption>"
        + about
        + "<small>"
        + Html.escape(shortened(place))
        + "</small></figcaption></figure>\n";
  }

  /** Rows with their numbers. */
  static String ofNumbers(List<NumberExample> examples) {
    if (examples.isEmpty()) {
      return none();
    }
    List<String> rows = new ArrayList<>();
    for (NumberExample example : examples) {
      rows.add(
          Tables.cell(shortened(example.place()))
              + Tables.number(Html.number(example.target()))
              + Tables.number(Html.number(example.output()))
              + Tables.number(signed(example.error()))
              + cells((Content.Row) example.content()));
    }
    return Tables.table(
        "Rows",
        "where|#right|#predicted|#error" + columns((Content.Row) examples.get(0).content()),
        rows);
  }

  static String signed(double number) {
    return (number > 0 ? "+" : "") + Html.number(number);
  }

  /** The heads of a row's cells, each after a bar. */
  static String columns(Content.Row row) {
    StringBuilder head = new StringBuilder();
    row.columns().stream().limit(MOST_CELLS).forEach(c -> head.append('|').append(name(c)));
    return head.append(row.columns().size() > MOST_CELLS ? "|…" : "").toString();
  }

  /** A bar parts columns and a # in front means a number. */
  private static String name(String column) {
    String name = column.replace('|', '¦');
    return name.startsWith("#") ? " " + name : name;
  }

  static String cells(Content.Row row) {
    StringBuilder html = new StringBuilder();
    row.cells().stream().limit(MOST_CELLS).forEach(cell -> html.append(Tables.cell(cell)));
    return html.append(row.cells().size() > MOST_CELLS ? Tables.cell("…") : "").toString();
  }

  /** The last two parts of a path. */
  static String shortened(String place) {
    String[] parts = place.split("/", -1);
    return parts.length <= 2
        ? place
        : "…/" + parts[parts.length - 2] + "/" + parts[parts.length - 1];
  }
}
