package gloss.corpus.table;

import java.util.regex.Pattern;

/** Numbers as they stand in tables: digits with a point, a sign and an exponent. */
final class Numbers {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

  private Numbers() {}

  /** The number, or not a number: also where it is too large to be one. */
  static double parse(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Double.NaN;
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? value : Double.NaN;
  }
}
