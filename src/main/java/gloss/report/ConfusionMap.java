package gloss.report;

import java.util.List;

/** Draws confusion matrices: a row for each right class, a column for each class chosen. */
final class ConfusionMap {
  private static final int LETTER = 8;
  private static final int MOST_LETTERS = 16;
  private static final int WITH_NUMBERS = 30;
  private static final int LARGE = 36;
  private static final int SMALL = 8;

  private ConfusionMap() {}

  static String section(History history) {
    StringBuilder body = new StringBuilder();
    for (Event.Confusion confusion : history.confusions()) {
      if (isWhole(confusion)) {
        body.append("<h3>").append(Html.escape(confusion.set())).append("</h3>\n");
        body.append(picture(confusion));
      }
    }
    return body.isEmpty()
        ? ""
        : Tables.section(
            "confusions",
            "Confusion",
            "<p class=\"facts\">Rows are the right classes, columns those that were chosen; the"
                + " stronger a cell's colour, the more of its row.</p>\n"
                + body);
  }

  private static boolean isWhole(Event.Confusion confusion) {
    int classes = confusion.classes().size();
    return classes > 0
        && confusion.counts().size() == classes
        && confusion.counts().stream().allMatch(row -> row.size() == classes);
  }

  static String picture(Event.Confusion confusion) {
    int classes = confusion.classes().size();
    boolean numbers = classes <= WITH_NUMBERS;
    int side = numbers ? LARGE : SMALL;
    int letters =
        confusion.classes().stream().mapToInt(name -> shown(name).length()).max().orElse(0);
    int margin = numbers ? letters * LETTER + LETTER : 0;
    int size = margin + classes * side;
    StringBuilder svg = new StringBuilder();
    svg.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Confusion on ")
        .append(Html.escape(confusion.set()))
        .append("\"><svg class=\"confusion\" width=\"%d\" height=\"%d\"".formatted(size, size))
        .append(
            " viewBox=\"0 0 %d %d\" font-size=\"12\" fill=\"currentColor\">\n"
                .formatted(size, size));
    for (int row = 0; row < classes; row++) {
      int middle = margin + row * side + side / 2;
      if (numbers) {
        String name = Html.escape(shown(confusion.classes().get(row)));
        svg.append(text(margin - 4, middle, "end", name, ""));
        svg.append(
            text(
                0,
                0,
                "start",
                name,
                " transform=\"translate(%d %d) rotate(-90)\"".formatted(middle, margin - 4)));
      }
      cells(svg, confusion, row, margin, side);
    }
    return svg.append("</svg></div>\n").toString();
  }

  private static void cells(
      StringBuilder svg, Event.Confusion confusion, int row, int margin, int side) {
    List<Long> counts = confusion.counts().get(row);
    long all = Math.max(1, counts.stream().mapToLong(Long::longValue).sum());
    for (int column = 0; column < counts.size(); column++) {
      long count = counts.get(column);
      int x = margin + column * side;
      int y = margin + row * side;
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" fill-opacity=\"%s\"><title>%s</title></rect>"
              .formatted(
                  x,
                  y,
                  side - 1,
                  side - 1,
                  row == column ? "#2f7d4f" : "#c2410c",
                  Html.number(0.04 + 0.76 * count / all),
                  Html.escape(
                      confusion.classes().get(row)
                          + " taken for "
                          + confusion.classes().get(column)
                          + ": "
                          + count)));
      if (side == LARGE && count > 0) {
        svg.append(text(x + side / 2, y + side / 2, "middle", String.valueOf(count), ""));
      }
      svg.append('\n');
    }
  }

  private static String shown(String name) {
    return name.length() <= MOST_LETTERS ? name : name.substring(0, MOST_LETTERS - 1) + "…";
  }

  private static String text(int x, int y, String anchor, String text, String more) {
    return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" dominant-baseline=\"central\"%s>%s</text>"
        .formatted(x, y, anchor, more, text);
  }
}
