package gloss.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups with a number of each as a bar; of one model, or of two side by side. */
final class BarTable {
  private BarTable() {}

  /**
   * A group.
   *
   * @param value that the bar shows, at least 0
   * @param notes more figures of this model's
   * @param size how large the group is, in words
   */
  record Bar(String name, double value, List<String> notes, String size) {}

  /**
   * Of several models; nothing where there are no groups.
   *
   * @param heads above the values and the notes, as far as these do not speak for themselves
   */
  static String of(String title, String about, List<String> heads, List<List<Bar>> models) {
    double most = models.stream().flatMap(List::stream).mapToDouble(Bar::value).max().orElse(0);
    if (models.stream().allMatch(List::isEmpty)) {
      return "";
    }
    StringBuilder html =
        new StringBuilder("<div class=\"bars\"><h3>")
            .append(Html.escape(title))
            .append("</h3>")
            .append(about.isEmpty() ? "" : "<p>" + Html.escape(about) + "</p>")
            .append("<table><tr><td></td><td></td>");
    heads.forEach(head -> html.append("<th scope=\"col\">").append(head).append("</th>"));
    html.append("</tr>");
    for (String name : names(models)) {
      html.append("<tr><th scope=\"row\">").append(Html.escape(name)).append("</th>");
      row(html, row(name, models), most);
      html.append("</tr>");
    }
    return html.append("</table></div>\n").toString();
  }

  private static void row(StringBuilder html, List<Bar> bars, double most) {
    html.append("<td>");
    for (int i = 0; i < bars.size(); i++) {
      html.append("<span class=\"bar")
          .append(i == 0 ? "" : " b")
          .append("\" style=\"--w:")
          .append(most > 0 ? Math.round(100 * bars.get(i).value() / most) : 0)
          .append("\"></span>");
    }
    html.append("</td>");
    cell(html, bars.stream().map(bar -> Html.number(bar.value())).toList());
    int notes = bars.stream().mapToInt(bar -> bar.notes().size()).max().orElse(0);
    for (int n = 0; n < notes; n++) {
      int note = n;
      cell(
          html,
          bars.stream().map(b -> note < b.notes().size() ? b.notes().get(note) : "–").toList());
    }
    cell(html, List.of(bars.get(0).size()));
  }

  private static void cell(StringBuilder html, List<String> lines) {
    html.append("<td class=\"n\">")
        .append(lines.stream().map(Html::escape).collect(Collectors.joining("<br>")))
        .append("</td>");
  }

  private static Set<String> names(List<List<Bar>> models) {
    return models.stream()
        .flatMap(List::stream)
        .map(Bar::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Bar> row(String name, List<List<Bar>> models) {
    List<Bar> row = new ArrayList<>();
    for (List<Bar> bars : models) {
      row.add(
          bars.stream()
              .filter(bar -> bar.name().equals(name))
              .findFirst()
              .orElse(new Bar(name, 0, List.of(), "")));
    }
    return row;
  }
}
