package gloss.score;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists, strings, numbers and nulls as JSON, laid out as Python's {@code json.dumps}
 * does.
 */
public final class Json {
  private static final int ONE_LINE = -1;

  private final StringBuilder out = new StringBuilder();
  private final int indent;
  private final boolean ascii;

  private Json(int indent, boolean ascii) {
    this.indent = indent;
    this.ascii = ascii;
  }

  /**
   * The text of a value.
   *
   * @param indent blanks per level
   * @param ascii whether characters beyond ASCII are written as {@code \\uXXXX}
   */
  public static String text(@Nullable Object value, int indent, boolean ascii) {
    Json json = new Json(indent, ascii);
    json.value(value, 0);
    return json.out.toString();
  }

  /** The text of a value on one line, with a blank behind each comma and colon. */
  public static String line(@Nullable Object value) {
    return text(value, ONE_LINE, false);
  }

  private void value(@Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      object(map, depth);
    } else if (value instanceof Iterable<?> list) {
      array(list, depth);
    } else if (value instanceof Double number) {
      out.append(number(number));
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      string(value.toString());
    }
  }

  private static String number(double x) {
    if (Double.isFinite(x)) {
      return Decimals.shortest(x);
    }
    return Double.isNaN(x) ? "NaN" : x > 0 ? "Infinity" : "-Infinity";
  }

  private void object(Map<?, ?> map, int depth) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      newLine(depth + 1);
      string(String.valueOf(entry.getKey()));
      out.append(": ");
      value(entry.getValue(), depth + 1);
      separator = comma();
    }
    newLine(depth);
    out.append('}');
  }

  private void array(Iterable<?> list, int depth) {
    Iterator<?> items = list.iterator();
    if (!items.hasNext()) {
      out.append("[]");
      return;
    }
    String separator = "[";
    while (items.hasNext()) {
      out.append(separator);
      newLine(depth + 1);
      value(items.next(), depth + 1);
      separator = comma();
    }
    newLine(depth);
    out.append(']');
  }

  private String comma() {
    return indent == ONE_LINE ? ", " : ",";
  }

  private void newLine(int depth) {
    if (indent == ONE_LINE) {
      return;
    }
    out.append('\n').append(" ".repeat(indent * depth));
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (c < ' ' || (ascii && c > '~')) {
          String hex = Integer.toHexString(c);
          out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
        } else {
          out.append(c);
        }
      }
    }
  }
}
