package gloss.text;

/** Leftovers of other systems at the ends of lines. */
public final class LineEnds {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private LineEnds() {}

  /**
   * A line without the carriage return before its line feed and, if it is the first of a file,
   * without a byte order mark. Everything else stays.
   */
  public static String trim(String line, boolean first) {
    int start = first && line.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    int end = line.endsWith("\r") ? line.length() - 1 : line.length();
    return line.substring(Math.min(start, end), end);
  }
}
