package gloss.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A page that shows and does nothing, in its parts.
 *
 * @param heading what it is about
 * @param facts below the heading, HTML
 * @param opening before the sections, HTML
 * @param footer what a reader must know of the figures
 */
record Sheet(String heading, String facts, String opening, List<Section> sections, String footer) {
  String html() {
    String navigation = sections.stream().map(Section::link).collect(Collectors.joining());
    return Page.of(
        heading,
        "<h1>"
            + Html.escape(heading)
            + "</h1>\n<p class=\"facts\">"
            + facts
            + "</p>\n<nav>"
            + navigation
            + "</nav>\n",
        opening + sections.stream().map(Section::shown).collect(Collectors.joining()),
        footer);
  }
}
