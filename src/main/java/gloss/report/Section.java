package gloss.report;

/**
 * A part of a page that its navigation leads to.
 *
 * @param id for links
 * @param name in the navigation
 * @param html below the title
 */
record Section(String id, String name, String title, String html) {
  String link() {
    return "<a href=\"#" + id + "\">" + Html.escape(name) + "</a>";
  }

  String shown() {
    return Tables.section(id, title, html);
  }
}
