package gloss.report;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that shows and does nothing: no script, nothing from elsewhere. */
final class Page {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private Page() {}

  /** The page; {@code header} and {@code body} are HTML, {@code title} and footer are text. */
  static String of(String title, String header, String body, String footer) {
    return fill(
        Resources.text("/gloss/report/explain.html"),
        Map.of(
            "title",
            Html.escape(title),
            "style",
            Resources.text("/gloss/report/report.css")
                + Resources.text("/gloss/report/explain.css"),
            "header",
            header,
            "body",
            body,
            "footer",
            Html.escape("Made by Gloss. " + footer)));
  }

  /** Fills in all places at once, so that a place's name in someone's data stays what it is. */
  static String fill(String template, Map<String, String> values) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              return Matcher.quoteReplacement(value == null ? place.group() : value);
            });
  }

  /** A headline number: its name, and what it means in small letters below. */
  static String tile(String name, String value, String meaning) {
    return "<div><dt>"
        + Html.escape(name)
        + "</dt><dd>"
        + Html.escape(value)
        + "<small>"
        + Html.escape(meaning)
        + "</small></dd></div>\n";
  }

  /** A remark; {@code warning} where something may be wrong. */
  static String note(boolean warning, String heading, String text) {
    return "<p class=\"note"
        + (warning ? " warning" : "")
        + "\"><strong>"
        + Html.escape(heading)
        + "</strong>"
        + Html.escape(text)
        + "</p>\n";
  }

  /** A share in percent: {@code 3.4 %}, with a space that does not break. */
  static String percent(double share) {
    return String.format(
        Locale.ROOT, Math.abs(share) < 0.1 ? "%.1f\u00a0%%" : "%.0f\u00a0%%", 100 * share);
  }
}
