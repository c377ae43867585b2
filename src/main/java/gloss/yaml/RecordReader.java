package gloss.yaml;

import gloss.text.InputException;
import gloss.text.Nearest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes records out of YAML.
 *
 * <p>A component may be a number, a boolean, text, a path, an enum, a {@link Textual} type, a
 * record, a {@link Keyed} interface, or a {@link List}, an {@link Optional} or a {@link Map} from
 * text of any of these. A key whose value is nothing counts as missing. A single value counts as a
 * list of one. Where a default has keys and their values, it fills in those that are not given.
 *
 * <p>Every mistake is an {@link InputException}: {@code recipe.yaml:12: training.dropout: must be
 * in [0, 1), is 1.5}.
 */
public final class RecordReader {
  /** The key that tells the members of most families apart. */
  private static final String TYPE = "type";

  private final UnaryOperator<Path> resolve;

  /**
   * Makes a reader.
   *
   * @param resolve what becomes of a path that stands in the file, such as one relative to it
   */
  public RecordReader(UnaryOperator<Path> resolve) {
    this.resolve = resolve;
  }

  /** The record, or the member of a {@link Keyed} interface, that a tree describes. */
  public <T> T read(Class<T> type, YamlNode.Mapping root) {
    return type.cast(value(type, new Place(root, "", type)));
  }

  private Object value(Type type, Place place) {
    if (type instanceof ParameterizedType generic) {
      return container(generic, place);
    }
    Class<?> raw = (Class<?>) type;
    if (Scalars.isScalar(raw)) {
      return scalar(raw, place);
    }
    if (raw.isRecord()) {
      return record(raw, place.mapping(), place);
    }
    if (raw.isSealed()) {
      return member(raw, place.mapping(), place);
    }
    throw new IllegalArgumentException(type + " cannot be read from YAML");
  }

  private Object container(ParameterizedType type, Place place) {
    Type element = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
    if (type.getRawType() == Optional.class) {
      return Optional.of(value(element, place));
    }
    if (type.getRawType() == List.class) {
      return list(element, place);
    }
    if (type.getRawType() == Map.class) {
      return map(element, place);
    }
    throw new IllegalArgumentException(type + " cannot be read from YAML");
  }

  private List<Object> list(Type element, Place place) {
    if (place.node() instanceof YamlNode.Mapping
        && element instanceof Class<?> type
        && Scalars.isScalar(type)) {
      throw place.expected("a list");
    }
    if (!(place.node() instanceof YamlNode.Sequence sequence)) {
      return List.of(value(element, place));
    }
    List<Object> items = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      items.add(value(element, place.child(item, String.valueOf(items.size() + 1))));
    }
    return Collections.unmodifiableList(items);
  }

  private Map<String, Object> map(Type element, Place place) {
    Map<String, Object> values = new LinkedHashMap<>();
    place
        .mapping()
        .entries()
        .forEach((key, child) -> values.put(key, value(element, place.child(child, key))));
    return Collections.unmodifiableMap(values);
  }

  private Object scalar(Class<?> type, Place place) {
    Scalars.Kind kind = Scalars.kind(type);
    if (!(place.node() instanceof YamlNode.Scalar scalar) || scalar.isNull()) {
      throw place.expected(kind.expected());
    }
    try {
      Object value = kind.parse().apply(scalar.text());
      return value instanceof Path path ? resolve.apply(path) : value;
    } catch (IllegalArgumentException e) {
      String hint =
          type.isEnum()
              ? Nearest.to(scalar.text(), Scalars.names(type))
                  .map(name -> "; did you mean '" + name + "'?")
                  .orElse("")
              : "";
      throw place.error("expected " + kind.expected() + ", found " + scalar.describe() + hint);
    }
  }

  private Object member(Class<?> type, YamlNode.Mapping mapping, Place place) {
    Family family = Family.of(type);
    YamlNode given = mapping.get(family.key());
    String name =
        given == null
            ? family.otherwise().orElseThrow(() -> missing(place, family.key(), family.members()))
            : (String) scalar(String.class, place.child(given, family.key()));
    Class<?> member = family.members().get(name);
    if (member == null) {
      throw place.at(family.key()).error(stranger(name, type, family));
    }
    // Once it is known what the whole is, keys of its other members are of no interest.
    Place known = place.path().isEmpty() ? new Place(place.node(), "", member) : place;
    return record(member, mapping.without(family.key()), known);
  }

  /** Why a name is none of the family's: it is that of a related family, or of none. */
  private static String stranger(String name, Class<?> type, Family family) {
    return Family.related(type).stream().anyMatch(other -> other.members().containsKey(name))
        ? "'" + name + "' does not fit here; one of " + String.join(", ", family.members().keySet())
        : "unknown name '" + name + "'" + Nearest.hint(name, family.members().keySet());
  }

  private static InputException missing(Place place, String key, Map<String, Class<?>> members) {
    return place
        .child(place.node(), key)
        .error("missing; it is one of " + String.join(", ", members.keySet()));
  }

  private Object record(Class<?> type, YamlNode.Mapping mapping, Place place) {
    List<Key> keys = Key.of(type);
    rejectUnknown(keys.stream().map(Key::name).toList(), mapping, place);
    Object[] values = keys.stream().map(key -> component(key, mapping, place)).toArray();
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw invalid(e.getCause(), place);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }

  private static void rejectUnknown(List<String> known, YamlNode.Mapping mapping, Place place) {
    mapping
        .entries()
        .forEach(
            (key, child) -> {
              if (!known.contains(key)) {
                throw place.child(child, key).error("unknown key" + hint(key, known, place.root()));
              }
            });
  }

  private static String hint(String key, List<String> known, Class<?> root) {
    List<String> places = KeySearch.places(root, key);
    if (!places.isEmpty()) {
      return "; it is a key of " + String.join(", ", places);
    }
    return known.isEmpty() ? "; none is known here" : Nearest.hint(key, known);
  }

  private Object component(Key key, YamlNode.Mapping mapping, Place place) {
    YamlNode given = mapping.get(key.name());
    YamlNode fallback =
        key.fallback().map(text -> YamlFile.value(text, place.node().where())).orElse(null);
    if (given != null) {
      return value(key.type(), place.child(filled(given, fallback), key.name()));
    }
    if (fallback != null) {
      return value(key.type(), place.child(fallback, key.name()));
    }
    if (key.component().getType() == Optional.class) {
      return Optional.empty();
    }
    String doc = key.doc().isEmpty() ? "" : "; it says: " + key.doc();
    throw place.child(place.node(), key.name()).error("missing" + doc);
  }

  /**
   * What is given, and the keys of the default that it leaves out: but not where one of them names
   * its {@code type}, and the other another one or none. A default that is a type alone, such as
   * {@code none}, says what a missing key stands for, and nothing of one that is there.
   */
  private static YamlNode filled(YamlNode given, @Nullable YamlNode fallback) {
    if (!(given instanceof YamlNode.Mapping own && fallback instanceof YamlNode.Mapping other)
        || other.entries().keySet().equals(Set.of(TYPE))
        || (own.get(TYPE) != null && !text(own.get(TYPE)).equals(text(other.get(TYPE))))) {
      return given;
    }
    YamlNode.Mapping all = own;
    for (Map.Entry<String, YamlNode> entry : other.entries().entrySet()) {
      YamlNode mine = own.entries().get(entry.getKey());
      YamlNode value = mine == null ? entry.getValue() : filled(mine, entry.getValue());
      all = all.with(entry.getKey(), value);
    }
    return all;
  }

  private static String text(@Nullable YamlNode node) {
    return node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
  }

  private static RuntimeException invalid(@Nullable Throwable cause, Place place) {
    if (cause instanceof InvalidValue invalid) {
      return place.at(invalid.key()).error(invalid.reason());
    }
    if (cause instanceof IllegalArgumentException) {
      return place.error(String.valueOf(cause.getMessage()));
    }
    if (cause instanceof RuntimeException other) {
      return other;
    }
    return new IllegalStateException(cause);
  }
}
