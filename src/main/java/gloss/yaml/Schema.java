package gloss.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a mapping that a type describes, before it is read: it may be incomplete or
 * wrong.
 *
 * @param type of what stands there; empty where nothing is known
 */
record Schema(Optional<Type> type) {
  /** Of the whole of a file. */
  static Schema of(Class<?> type) {
    return new Schema(Optional.of(type));
  }

  /** Of what stands under a key. */
  Schema below(YamlNode.Mapping mapping, String key) {
    if (type.isPresent() && plain(type.get()) instanceof ParameterizedType generic) {
      return new Schema(Optional.of(generic.getActualTypeArguments()[1]));
    }
    return new Schema(
        family()
            .map(family -> member(family, mapping))
            .orElse(raw())
            .flatMap(
                record ->
                    Key.of(record).stream()
                        .filter(known -> known.name().equals(key))
                        .map(Key::type)
                        .findFirst()));
  }

  /**
   * A mapping whose key is about to become {@code value}. Where that makes it another member of its
   * family, the keys that only the former one has are left out.
   */
  YamlNode.Mapping before(YamlNode.Mapping mapping, String key, YamlNode value) {
    Optional<Family> family = family().filter(known -> known.key().equals(key));
    if (family.isEmpty() || !(value instanceof YamlNode.Scalar name)) {
      return mapping;
    }
    Optional<Class<?>> former = member(family.get(), mapping);
    Optional<Class<?>> next = Optional.ofNullable(family.get().members().get(name.text()));
    if (former.isEmpty() || next.isEmpty()) {
      return mapping;
    }
    List<String> stay = names(next.get());
    YamlNode.Mapping left = mapping;
    for (String known : names(former.get())) {
      left = stay.contains(known) ? left : left.without(known);
    }
    return left;
  }

  private static List<String> names(Class<?> record) {
    return Key.of(record).stream().map(Key::name).toList();
  }

  private static Optional<Class<?>> member(Family family, YamlNode.Mapping mapping) {
    Optional<String> given =
        mapping.get(family.key()) instanceof YamlNode.Scalar name
            ? Optional.of(name.text())
            : family.otherwise();
    return given.flatMap(name -> Optional.ofNullable(family.members().get(name)));
  }

  private Optional<Family> family() {
    return type.map(Schema::plain)
        .filter(plain -> plain instanceof Class<?> raw && raw.isAnnotationPresent(Keyed.class))
        .map(plain -> Family.of((Class<?>) plain));
  }

  private Optional<Class<?>> raw() {
    return type.map(Schema::plain)
        .filter(plain -> plain instanceof Class<?> raw && raw.isRecord())
        .map(plain -> (Class<?>) plain);
  }

  /** A single value may stand where a list is wanted, or nothing. */
  private static Type plain(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() != Map.class
        ? plain(generic.getActualTypeArguments()[0])
        : type;
  }
}
