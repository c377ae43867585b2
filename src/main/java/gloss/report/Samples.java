package gloss.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the model made of a few validation examples: at its best, in the end and on the way. */
final class Samples {
  /** More only make the page heavy. */
  private static final int MOST_VALIDATIONS = 40;

  private Samples() {}

  static String section(History history) {
    List<Event.Validation> sampled =
        history.validations().stream().filter(v -> !v.samples().isEmpty()).toList();
    if (sampled.isEmpty()) {
      return "";
    }
    Event.Validation shown =
        history
            .best()
            .flatMap(best -> sampled.stream().filter(v -> v.at().step() == best.step()).findFirst())
            .orElse(sampled.get(sampled.size() - 1));
    StringBuilder html =
        new StringBuilder(
            "<p class=\"facts\">Against the reference: <ins>too much</ins>"
                + " <del>missing</del></p>\n");
    moments(sampled, shown)
        .forEach(
            (validation, name) -> html.append(details(validation, name, validation.equals(shown))));
    return Tables.section("samples", "Samples", html.toString());
  }

  /** The validations to show and what to call them; one that is two of them is shown once. */
  private static Map<Event.Validation, String> moments(
      List<Event.Validation> sampled, Event.Validation shown) {
    Map<Event.Validation, String> moments = new LinkedHashMap<>();
    moments.put(shown, shown.equals(sampled.get(sampled.size() - 1)) ? "Last" : "Best");
    moments.putIfAbsent(sampled.get(sampled.size() - 1), "Last");
    moments.putIfAbsent(sampled.get(0), "First");
    int every = 1 + sampled.size() / MOST_VALIDATIONS;
    for (int i = 0; i < sampled.size(); i += every) {
      moments.putIfAbsent(sampled.get(i), "");
    }
    return moments;
  }

  private static String details(Event.Validation validation, String name, boolean open) {
    StringBuilder html = new StringBuilder(open ? "<details open>" : "<details>");
    html.append("<summary>")
        .append(name.isEmpty() ? "Validation" : name + " validation")
        .append(", step ")
        .append(Html.whole(validation.at().step()))
        .append("</summary>\n");
    validation.samples().forEach(sample -> html.append(sample(sample)));
    return html.append("</details>\n").toString();
  }

  private static String sample(Event.Sample sample) {
    boolean same = sample.hypothesis().equals(sample.reference());
    return "<dl class=\"sample\">"
        + part("source", Html.escape(sample.source()))
        + part("reference", Html.escape(sample.reference()))
        + part(
            same ? "output ✓" : "output",
            same
                ? Html.escape(sample.hypothesis())
                : difference(sample.reference(), sample.hypothesis()))
        + "</dl>\n";
  }

  private static String part(String name, String html) {
    return "<div><dt>"
        + name
        + "</dt><dd dir=\"auto\">"
        + (html.isBlank() ? "<em>empty</em>" : html)
        + "</dd></div>";
  }

  static String difference(String reference, String hypothesis) {
    StringBuilder html = new StringBuilder();
    for (WordDiff.Piece piece : WordDiff.between(reference, hypothesis)) {
      String word = Html.escape(piece.word());
      html.append(
          switch (piece.change()) {
            case SAME -> word + " ";
            case ADDED -> "<ins>" + word + "</ins> ";
            case REMOVED -> "<del>" + word + "</del> ";
          });
    }
    return html.toString().strip();
  }
}
