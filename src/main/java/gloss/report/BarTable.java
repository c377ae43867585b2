package gloss.report;

import gloss.explain.Bins;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups of tokens with the loss of each as a bar; of one model, or of two side by side. */
final class BarTable {
  private BarTable() {}

  /** Of one model. */
  static String single(String title, String about, List<Bins.Bin> bins) {
    return of(title, about, List.of(bins));
  }

  /** Of several models. */
  static String of(String title, String about, List<List<Bins.Bin>> models) {
    double most = models.stream().flatMap(List::stream).mapToDouble(Bins.Bin::mean).max().orElse(1);
    StringBuilder html =
        new StringBuilder("<div class=\"bars\"><h3>")
            .append(Html.escape(title))
            .append("</h3><p>")
            .append(Html.escape(about))
            .append("</p><table>");
    for (String name : names(models)) {
      List<Bins.Bin> row = row(name, models);
      html.append("<tr><th scope=\"row\">").append(Html.escape(name)).append("</th><td>");
      for (int i = 0; i < row.size(); i++) {
        html.append("<span class=\"bar")
            .append(i == 0 ? "" : " b")
            .append("\" style=\"--w:")
            .append(Math.round(100 * row.get(i).mean() / most))
            .append("\"></span>");
      }
      html.append("</td><td class=\"n\">")
          .append(row.stream().map(b -> Html.number(b.mean())).collect(Collectors.joining("<br>")))
          .append("</td><td class=\"n\">")
          .append(
              row.stream()
                  .map(b -> Page.percent(b.accuracy()) + " right")
                  .collect(Collectors.joining("<br>")))
          .append("</td><td class=\"n\">")
          .append(Html.whole(row.get(0).tokens()))
          .append(" tokens</td></tr>");
    }
    return html.append("</table></div>\n").toString();
  }

  private static Set<String> names(List<List<Bins.Bin>> models) {
    return models.stream()
        .flatMap(List::stream)
        .map(Bins.Bin::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Bins.Bin> row(String name, List<List<Bins.Bin>> models) {
    List<Bins.Bin> row = new ArrayList<>();
    for (List<Bins.Bin> bins : models) {
      Map<String, Bins.Bin> byName =
          bins.stream().collect(Collectors.toMap(Bins.Bin::name, bin -> bin));
      row.add(byName.getOrDefault(name, new Bins.Bin(name, 0, 0, 0)));
    }
    return row;
  }
}
