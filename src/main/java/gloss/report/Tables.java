package gloss.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of the page: test scores, validations, and where the run took place. */
final class Tables {
  private Tables() {}

  static String testScores(History history) {
    Collection<Event.Test> scores = history.tests();
    if (scores.isEmpty()) {
      return "";
    }
    List<String> rows = new ArrayList<>();
    for (Event.Test score : scores) {
      rows.add(
          cell(score.set())
              + cell(score.metric())
              + number(Html.number(score.value()))
              + "<td class=\"code\">"
              + Html.escape(score.signature())
              + "</td>");
    }
    return section(
        "tests", "Test scores", table("Test scores", "test set|metric|#score|signature", rows));
  }

  static String validations(History history) {
    if (history.validations().isEmpty()) {
      return "";
    }
    Set<String> metrics = history.metrics();
    boolean perplexity =
        history.validations().stream().anyMatch(v -> Double.isFinite(v.perplexity()));
    StringBuilder head = new StringBuilder("#step|#epoch|#time|#loss");
    boolean outputs = history.validations().stream().anyMatch(v -> !v.outputs().isEmpty());
    head.append(perplexity ? "|#perplexity" : "");
    List<String> rows = new ArrayList<>();
    long best = history.best().map(Event.Best::step).orElse(-1L);
    for (Event.Validation v : history.validations()) {
      String row =
          number(Html.whole(v.at().step()))
              + number(epoch(v.at().epoch()))
              + number(Html.duration(v.at().seconds()))
              + number(Html.number(v.loss()))
              + (perplexity ? number(Html.number(v.perplexity())) : "")
              + metrics.stream()
                  .map(m -> number(Html.number(v.metrics().getOrDefault(m, Double.NaN))))
                  .collect(Collectors.joining())
              + (outputs ? output(v, "distinct") + output(v, "lengthRatio") : "");
      rows.add(row + cell(remark(v, v.at().step() == best)));
    }
    String names =
        metrics.stream().map(m -> "|#" + m).collect(Collectors.joining())
            + (outputs ? "|#distinct|#length ratio" : "");
    return section("validations", "Validations", table("Validations", head + names + "|", rows));
  }

  private static String output(Event.Validation v, String name) {
    return number(Html.number(v.outputs().getOrDefault(name, Double.NaN)));
  }

  private static String remark(Event.Validation v, boolean best) {
    return (best ? "★ best " : "") + v.warning();
  }

  private static String epoch(double epoch) {
    return epoch % 1 == 0 ? Html.whole((long) epoch) : Html.number(epoch);
  }

  /** Versions, threads, seed, data: what someone needs who repeats the run. */
  static String environment(History history) {
    List<String> rows = new ArrayList<>();
    for (Event.Start start : history.starts()) {
      facts(start).forEach((name, value) -> rows.add(header(name) + code(value)));
    }
    return rows.isEmpty()
        ? ""
        : section("environment", "Environment", table("Environment", "", rows));
  }

  private static Map<String, String> facts(Event.Start start) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("started", start.time());
    facts.put("gloss", start.gloss());
    start.counts().forEach((name, value) -> facts.put(name, String.valueOf(value)));
    start.data().forEach(facts::put);
    facts.values().removeIf(String::isEmpty);
    return facts;
  }

  static String recipe(String recipe) {
    return recipe.isBlank()
        ? ""
        : section(
            "recipe",
            "Recipe",
            "<pre tabindex=\"0\" aria-label=\"Recipe\"><code>"
                + Html.escape(recipe.strip())
                + "</code></pre>");
  }

  static String section(String id, String title, String body) {
    return "<section id=\""
        + id
        + "\"><h2>"
        + Html.escape(title)
        + "</h2>\n"
        + body
        + "</section>\n";
  }

  /**
   * A table that scrolls by itself where it is wider than the page.
   *
   * @param head names of the columns between bars, those of numbers with a # before them
   */
  static String table(String name, String head, List<String> rows) {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(Html.escape(name))
        .append("\"><table>");
    if (!head.isEmpty()) {
      html.append("<thead><tr>");
      for (String column : head.split("\\|", -1)) {
        boolean number = column.startsWith("#");
        html.append(number ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
            .append(Html.escape(number ? column.substring(1) : column))
            .append("</th>");
      }
      html.append("</tr></thead>");
    }
    html.append("<tbody>");
    rows.forEach(row -> html.append("<tr>").append(row).append("</tr>\n"));
    return html.append("</tbody></table></div>\n").toString();
  }

  static String cell(String text) {
    return "<td>" + Html.escape(text) + "</td>";
  }

  private static String code(String text) {
    return "<td class=\"code\">" + Html.escape(text) + "</td>";
  }

  private static String header(String text) {
    return "<th scope=\"row\">" + Html.escape(text) + "</th>";
  }

  static String number(String text) {
    return "<td class=\"number\">" + Html.escape(text) + "</td>";
  }
}
