package gloss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines of cells, as wide as the widest of each column: names to the left, figures to the right.
 */
final class Columns {
  private final List<String[]> rows = new ArrayList<>();

  /** Adds a line whose first cell is a name. */
  Columns row(String name, String... cells) {
    String[] row = new String[1 + cells.length];
    row[0] = name;
    System.arraycopy(cells, 0, row, 1, cells.length);
    rows.add(row);
    return this;
  }

  /** The lines, each with {@code indent} before it. */
  List<String> lines(String indent) {
    return rows.stream().map(row -> (indent + line(row)).stripTrailing()).toList();
  }

  private String line(String[] row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      String format = i == 0 ? "%-" + width(i) + "s" : "  %" + width(i) + "s";
      line.append(String.format(Locale.ROOT, format, row[i]));
    }
    return line.toString();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> column < row.length)
        .mapToInt(row -> row[column].length())
        .reduce(1, Math::max);
  }

  /** A number with marks at the thousands. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A shape such as {@code 2260 × 128}; that of a single number is {@code 1}. */
  static String shape(long[] shape) {
    List<String> sizes = new ArrayList<>();
    for (long size : shape) {
      sizes.add(Long.toString(size));
    }
    return sizes.isEmpty() ? "1" : String.join(" × ", sizes);
  }

  /** Bytes in the unit that suits them. */
  static String bytes(long bytes) {
    double kilo = 1000;
    if (bytes < kilo) {
      return bytes + " B";
    }
    return bytes < kilo * kilo
        ? String.format(Locale.ROOT, "%.1f kB", bytes / kilo)
        : String.format(Locale.ROOT, "%.1f MB", bytes / (kilo * kilo));
  }
}
