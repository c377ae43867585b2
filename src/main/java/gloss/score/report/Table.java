package gloss.score.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A table of text: the first column aligned to the right, the others centred. Cells may have
 * several lines.
 */
final class Table {
  /** A column is as wide as its header and this, or its widest line. */
  private static final int HEADER_PADDING = 2;

  private final List<String> header;
  private final List<List<String>> rows;
  private final int[] widths;

  Table(List<String> header, List<List<String>> rows) {
    this.header = header;
    this.rows = rows;
    this.widths = new int[header.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = Palette.columns(header.get(column)) + HEADER_PADDING;
      for (List<String> row : rows) {
        for (String line : lines(row.get(column))) {
          widths[column] = Math.max(widths[column], Palette.columns(line));
        }
      }
    }
  }

  private static List<String> lines(String cell) {
    return List.of(cell.split("\n", -1));
  }

  /** With ruled lines, as {@code fancy_grid} of the Python package tabulate. */
  String ruled() {
    List<String> out = new ArrayList<>();
    out.add(rule("╒", "═", "╤", "╕"));
    addRuled(out, header);
    String separator = rule("╞", "═", "╪", "╡");
    for (List<String> row : rows) {
      out.add(separator);
      addRuled(out, row);
      separator = rule("├", "─", "┼", "┤");
    }
    out.add(rule("╘", "═", "╧", "╛"));
    return String.join("\n", out);
  }

  private String rule(String left, String line, String cross, String right) {
    List<String> parts = new ArrayList<>();
    for (int width : widths) {
      parts.add(line.repeat(width + 2));
    }
    return left + String.join(cross, parts) + right;
  }

  private void addRuled(List<String> out, List<String> row) {
    int height = row.stream().mapToInt(cell -> lines(cell).size()).max().orElse(1);
    for (int line = 0; line < height; line++) {
      out.add("│ " + String.join(" │ ", padded(row, line)) + " │");
    }
  }

  private List<String> padded(List<String> row, int line) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < widths.length; column++) {
      List<String> lines = lines(row.get(column));
      String text = line < lines.size() ? lines.get(line) : "";
      int space = widths[column] - Palette.columns(text);
      int left = column == 0 ? space : space / 2;
      cells.add(" ".repeat(left) + text + " ".repeat(space - left));
    }
    return cells;
  }

  /** For LaTeX's package booktabs. */
  String latex() {
    List<String> out = new ArrayList<>();
    out.add("\\begin{tabular}{r" + "c".repeat(widths.length - 1) + "}");
    out.add("\\toprule");
    out.add(latexRow(header));
    out.add("\\midrule");
    rows.forEach(row -> out.add(latexRow(row)));
    out.add("\\bottomrule");
    out.add("\\end{tabular}");
    return String.join("\n", out);
  }

  private String latexRow(List<String> row) {
    UnaryOperator<String> framed = cell -> " " + escaped(cell) + " ";
    return String.join("&", padded(row, 0).stream().map(framed).toList()) + "\\\\";
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&', '%', '$', '#', '_', '{', '}' -> out.append('\\').append((char) c);
                case '^' -> out.append("\\^{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '\\' -> out.append("\\textbackslash{}");
                case '<' -> out.append("\\ensuremath{<}");
                case '>' -> out.append("\\ensuremath{>}");
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
