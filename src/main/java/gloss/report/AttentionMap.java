package gloss.report;

import gloss.explain.Line;
import gloss.explain.Look;
import gloss.explain.Written;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What each word of an output looks at: a row for each of them, a column for each word of the
 * source that is looked at. Of very many the most looked-at stay, in the order of the text.
 */
final class AttentionMap {
  private static final int MOST_COLUMNS = 36;
  private static final int MOST_ROWS = 80;
  private static final int SIDE = 16;
  private static final int GAP = 6;
  private static final double LETTER = 7.2;
  private static final int MOST_LETTERS = 16;
  private static final int LEVELS = 10;
  private static final int NAMED = 3;

  private final List<Written> rows;

  /** For each column, by the place of its word, where it begins. */
  private final Map<Integer, Integer> columns = new LinkedHashMap<>();

  private final Map<Integer, String> names = new TreeMap<>();
  private final boolean copies;
  private final int left;
  private final int top;
  private final int width;

  private AttentionMap(List<Written> rows, Map<Integer, Double> shown) {
    this.rows = rows;
    copies = rows.stream().anyMatch(row -> row.copied() >= 0);
    rows.forEach(row -> row.looks().forEach(look -> names.put(look.place(), look.word())));
    names.keySet().retainAll(shown.keySet());
    left = pixels(rows.stream().map(row -> visible(row.text())).toList()) + 8;
    top = (int) (0.9 * pixels(List.copyOf(names.values()))) + 14;
    int x = left + (copies ? SIDE + GAP : 0);
    int before = -1;
    for (int place : names.keySet()) {
      x += place == before + 1 ? 0 : GAP;
      columns.put(place, x);
      x += SIDE;
      before = place;
    }
    width = x;
  }

  /** Nothing where it is not known what is looked at. */
  static String of(Line line) {
    Map<Integer, Double> shares = new TreeMap<>();
    for (Written word : line.written()) {
      word.looks().forEach(look -> shares.merge(look.place(), look.share(), Double::sum));
    }
    if (shares.isEmpty()) {
      return "";
    }
    List<Written> rows = line.written().stream().limit(MOST_ROWS).toList();
    Map<Integer, Double> shown = most(shares);
    return "<details class=\"looks\"><summary>"
        + about(line, rows.size(), shares, shown)
        + "</summary><div class=\"wide\" dir=\"ltr\">"
        + new AttentionMap(rows, shown).svg()
        + "</div></details>";
  }

  private static Map<Integer, Double> most(Map<Integer, Double> shares) {
    return shares.entrySet().stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_COLUMNS)
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  private static String about(
      Line line, int rows, Map<Integer, Double> shares, Map<Integer, Double> shown) {
    int written = line.written().size();
    String words =
        rows < written
            ? "the first " + rows + " of " + Html.whole(written) + " written words"
            : Html.whole(written) + (written == 1 ? " written word" : " written words");
    if (shown.size() == shares.size()) {
      return words
          + " over the "
          + (shown.size() == 1 ? "one" : Html.whole(shown.size()))
          + " of the source that "
          + (shown.size() == 1 ? "is" : "are")
          + " looked at";
    }
    double all = sum(shares);
    return words
        + " over the "
        + shown.size()
        + " most looked-at of "
        + Html.whole(shares.size())
        + " of the source; the others have "
        + Page.percent((all - sum(shown)) / all)
        + " of the attention";
  }

  private static double sum(Map<Integer, Double> shares) {
    return shares.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private String svg() {
    int height = top + rows.size() * SIDE + 2;
    // The last name leans over to the right.
    int all = width + (int) (0.5 * pixels(List.copyOf(names.values()))) + 8;
    StringBuilder svg =
        new StringBuilder(
            "<svg class=\"looks\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" role=\"img\" aria-label=\"What each written word looks at\">"
                .formatted(all, height));
    if (copies) {
      svg.append(name(left, "copied"));
    }
    columns.forEach((place, x) -> svg.append(name(x, shortened(names.getOrDefault(place, "")))));
    for (int row = 0; row < rows.size(); row++) {
      svg.append(row(row));
    }
    Map<Integer, StringBuilder> cells = new TreeMap<>();
    Map<Integer, StringBuilder> copied = new TreeMap<>();
    for (int row = 0; row < rows.size(); row++) {
      for (Look look : rows.get(row).looks()) {
        Integer x = columns.get(look.place());
        if (x != null) {
          cell(cells, look.share(), x, row);
        }
      }
      cell(copied, rows.get(row).copied(), left, row);
    }
    paths(svg, "look", cells);
    paths(svg, "copy", copied);
    return svg.append("</svg>").toString();
  }

  /** Cells of about the same share are one path, which keeps the page small. */
  private static void cell(Map<Integer, StringBuilder> cells, double share, int x, int row) {
    int level = (int) Math.ceil(LEVELS * share);
    if (level > 0) {
      cells
          .computeIfAbsent(level, key -> new StringBuilder())
          .append("M%d %dh15v15h-15z".formatted(x, row * SIDE));
    }
  }

  private void paths(StringBuilder svg, String kind, Map<Integer, StringBuilder> cells) {
    cells.forEach(
        (level, path) ->
            svg.append(
                String.format(
                    Locale.ROOT,
                    "<path class=\"%s\" transform=\"translate(0 %d)\" fill-opacity=\"%.1f\""
                        + " d=\"%s\"/>",
                    kind,
                    top,
                    level / (double) LEVELS,
                    path)));
  }

  private String row(int row) {
    Written word = rows.get(row);
    int y = top + row * SIDE;
    return "<g><title>%s</title><rect y=\"%d\" width=\"%d\" height=\"15\"/><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text></g>"
        .formatted(
            Html.escape(title(word)),
            y,
            width,
            left - 6,
            y + 12,
            Html.escape(shortened(visible(word.text()))));
  }

  private static String title(Written word) {
    List<Look> most = new ArrayList<>(word.looks());
    most.sort(Comparator.comparingDouble(Look::share).reversed());
    String looks =
        most.stream()
            .limit(NAMED)
            .map(look -> visible(look.word()) + " " + Page.percent(look.share()))
            .collect(Collectors.joining(", "));
    return visible(word.text())
        + ": "
        + (looks.isEmpty() ? "nothing much" : looks)
        + (word.copied() >= 0 ? "; copied " + Page.percent(word.copied()) : "");
  }

  private String name(int x, String name) {
    return "<text transform=\"translate(%d %d) rotate(-60)\">%s</text>"
        .formatted(x + 12, top - 4, Html.escape(name));
  }

  /** A line feed is a word of its own. */
  private static String visible(String word) {
    return word.isBlank() ? "↵" : word.strip();
  }

  private static String shortened(String word) {
    String shown = visible(word);
    return shown.length() <= MOST_LETTERS ? shown : shown.substring(0, MOST_LETTERS - 1) + "…";
  }

  private static int pixels(List<String> words) {
    int letters = words.stream().mapToInt(word -> shortened(word).length()).max().orElse(0);
    return (int) Math.ceil(LETTER * letters);
  }
}
