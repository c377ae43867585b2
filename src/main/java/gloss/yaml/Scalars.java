package gloss.yaml;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands in a file as one piece of text: its types, how each is read, and how it is written.
 */
final class Scalars {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");

  /** Text that means itself when written without quotes. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9./_+](?:[A-Za-z0-9./_+ -]*[A-Za-z0-9./_+-])?");

  private static final Map<Class<?>, Kind> KINDS =
      Map.of(
          int.class, new Kind("a whole number", text -> Integer.parseInt(whole(text))),
          Integer.class, new Kind("a whole number", text -> Integer.valueOf(whole(text))),
          long.class, new Kind("a whole number", text -> Long.parseLong(whole(text))),
          double.class, new Kind("a number", Scalars::decimal),
          Double.class, new Kind("a number", Scalars::decimal),
          boolean.class, new Kind("true or false", Scalars::truth),
          String.class, new Kind("text", text -> text),
          Path.class, new Kind("a path", Scalars::path));

  private Scalars() {}

  /**
   * One type.
   *
   * @param expected what an error message says was expected
   * @param parse reads it, or throws an {@link IllegalArgumentException}
   */
  record Kind(String expected, Function<String, Object> parse) {}

  /** How a type is read. */
  static Kind kind(Class<?> type) {
    Kind kind = KINDS.get(type);
    if (kind != null) {
      return kind;
    }
    if (type.isEnum()) {
      return new Kind("one of " + String.join(", ", names(type)), text -> constant(type, text));
    }
    Textual textual = type.getAnnotation(Textual.class);
    if (textual != null) {
      return new Kind(textual.value(), text -> parse(type, text));
    }
    throw new IllegalArgumentException(type + " cannot be read from YAML");
  }

  /** Whether a value of the type stands in the file as one piece of text. */
  static boolean isScalar(Class<?> type) {
    return KINDS.containsKey(type) || type.isEnum() || type.isAnnotationPresent(Textual.class);
  }

  /** The names of an enum's constants as they stand in the file. */
  static List<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(c -> name((Enum<?>) c)).toList();
  }

  /** The text of a value as it stands in the file, in quotes where it needs them. */
  static String write(Object value) {
    if (value instanceof Enum<?> constant) {
      return name(constant);
    }
    if (value instanceof Double number) {
      return number.toString().replace('E', 'e');
    }
    return value instanceof Number ? value.toString() : quoted(value.toString());
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String quoted(String text) {
    boolean plain =
        PLAIN.matcher(text).matches() && !text.equals("null") && !text.startsWith("...");
    return plain ? text : '"' + escaped(text) + '"';
  }

  private static String escaped(String text) {
    return text.chars().mapToObj(Scalars::escaped).collect(Collectors.joining());
  }

  private static String escaped(int c) {
    if (c == '"' || c == '\\') {
      return "\\" + (char) c;
    }
    boolean printable =
        (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c < 0xfdd0 && c != 0x2028 && c != 0x2029);
    return printable ? String.valueOf((char) c) : String.format("\\u%04x", c);
  }

  private static String whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static Object decimal(String text) {
    if (!DECIMAL.matcher(text).matches() || Double.isInfinite(Double.parseDouble(text))) {
      throw new IllegalArgumentException();
    }
    return Double.valueOf(text);
  }

  private static Object truth(String text) {
    return switch (text) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static Object path(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException();
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Object constant(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> name((Enum<?>) constant).equals(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  private static Object parse(Class<?> type, String text) {
    try {
      Method parse = type.getDeclaredMethod("parse", String.class);
      parse.setAccessible(true);
      return parse.invoke(null, text);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " needs a static parse(String)", e);
    }
  }
}
