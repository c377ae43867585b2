package gloss.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Writes records as YAML with every key, so that {@link RecordReader} reads an equal record back.
 */
public final class RecordWriter {
  private static final String INDENT = "  ";
  private static final int WIDTH = 100;

  private final UnaryOperator<Path> relate;
  private final boolean commented;
  private final StringBuilder out = new StringBuilder();

  private RecordWriter(UnaryOperator<Path> relate, boolean commented) {
    this.relate = relate;
    this.commented = commented;
  }

  /**
   * The record with nothing but its keys.
   *
   * @param relate how a path is to stand in the file, such as relative to it
   */
  public static String plain(Record record, UnaryOperator<Path> relate) {
    return new RecordWriter(relate, false).text(record);
  }

  /**
   * As {@link #plain}, with the {@link Doc} and the default of every key beside it, and with the
   * other members of each {@link Keyed} family as comments.
   */
  public static String commented(Record record, UnaryOperator<Path> relate) {
    return new RecordWriter(relate, true).text(record);
  }

  private String text(Record record) {
    entries(record, "");
    return out.toString();
  }

  private void entries(Record record, String indent) {
    Optional<Family> family = Family.around(record.getClass());
    family.ifPresent(
        f -> line(indent, f.key() + ": " + Family.nameOf(record.getClass()), Comments.names(f)));
    for (Key key : Key.of(record.getClass())) {
      entry(indent, key.name(), key.valueIn(record), Comments.of(key));
    }
    // Beside the root, which is what the file is about, there is no other.
    if (commented && !indent.isEmpty()) {
      family.ifPresent(f -> others(f, record.getClass(), indent));
    }
  }

  private void entry(String indent, String name, Object value, String comment) {
    if (value instanceof Optional<?> optional && optional.isPresent()) {
      entry(indent, name, optional.get(), comment);
    } else if (value instanceof Optional<?>) {
      line(indent, name + ":", comment);
    } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      line(indent, name + ":", comment);
      map.forEach((k, v) -> entry(indent + INDENT, Scalars.write(k), v, ""));
    } else if (value instanceof Record record && isBlock(record)) {
      line(indent, name + ":", comment);
      entries(record, indent + INDENT);
    } else {
      line(indent, name + ": " + flow(value), comment);
    }
  }

  private static boolean isBlock(Record record) {
    Class<?> type = record.getClass();
    return !Scalars.isScalar(type)
        && (type.getRecordComponents().length > 0 || Family.around(type).isPresent());
  }

  /** A value on one line. */
  private String flow(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(this::flow).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> Scalars.write(e.getKey()) + ": " + flow(e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Record record && !Scalars.isScalar(record.getClass())) {
      return flow(record);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(this::flow).orElse("null");
    }
    return Scalars.write(value instanceof Path path ? relate.apply(path) : value);
  }

  private String flow(Record record) {
    List<String> parts = new ArrayList<>();
    Family.around(record.getClass())
        .ifPresent(f -> parts.add(f.key() + ": " + Family.nameOf(record.getClass())));
    for (Key key : Key.of(record.getClass())) {
      parts.add(key.name() + ": " + flow(key.valueIn(record)));
    }
    return "{" + String.join(", ", parts) + "}";
  }

  /** The members of a family other than the one that was written, as comments. */
  private void others(Family family, Class<?> written, String indent) {
    family
        .members()
        .forEach(
            (name, member) -> {
              if (member != written) {
                line(indent, "# or " + family.key() + ": " + name, "");
                for (Key key : Key.of(member)) {
                  String value = key.fallback().map(text -> " " + text).orElse("");
                  line(indent + "# " + INDENT, key.name() + ":" + value, Comments.of(key));
                }
              }
            });
  }

  private void line(String indent, String text, String comment) {
    String line = indent + text;
    if (!commented || comment.isEmpty()) {
      out.append(line).append('\n');
    } else if (line.length() + 4 + comment.length() <= WIDTH) {
      out.append(line).append("  # ").append(comment).append('\n');
    } else {
      String hash = indent.contains("#") ? "" : "# ";
      out.append(indent).append(hash).append(comment).append('\n').append(line).append('\n');
    }
  }
}
