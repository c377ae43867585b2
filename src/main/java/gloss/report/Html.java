package gloss.report;

import java.util.Locale;

/** Text and numbers as they stand in a page. */
final class Html {
  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;

  private Html() {}

  /** Text as it stands between tags and in quoted attributes. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /**
   * A number to about four digits: {@code 0.00050}, {@code 2.104}, {@code 88.10}, {@code 5 400}.
   */
  static String number(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return "–";
    }
    if (size >= 1e9 || (size > 0 && size < 1e-4)) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    if (size >= 1000) {
      return whole(Math.round(value));
    }
    int decimals = size >= 10 ? 2 : size >= 0.1 || size == 0 ? 3 : 5;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A whole number in groups of three, parted by a narrow space that does not break. */
  static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
  }

  /** A time: {@code 12.1 s}, {@code 3 min 21 s}, {@code 2 h 05 min}. */
  static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "–";
    }
    if (seconds < MINUTE) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    if (seconds < HOUR) {
      return String.format(
          Locale.ROOT, "%d min %02d s", (int) (seconds / 60), (int) (seconds % 60));
    }
    return String.format(
        Locale.ROOT, "%d h %02d min", (int) (seconds / HOUR), (int) (seconds % HOUR / 60));
  }
}
