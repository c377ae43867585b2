package gloss.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records that a {@link Keyed} interface permits, by name, in the order in which it names them.
 *
 * @param key the key that tells them apart
 * @param otherwise the name that holds when the key is missing
 */
record Family(String key, Optional<String> otherwise, Map<String, Class<?>> members) {
  /** The family of a sealed interface. */
  static Family of(Class<?> type) {
    Keyed keyed = type.getAnnotation(Keyed.class);
    if (keyed == null || !type.isSealed()) {
      throw new IllegalArgumentException(type + " is not a sealed interface with @Keyed");
    }
    Map<String, Class<?>> members = new LinkedHashMap<>();
    for (Class<?> member : type.getPermittedSubclasses()) {
      if (member.isRecord()) {
        members.put(nameOf(member), member);
      }
    }
    return new Family(
        keyed.value(), Optional.of(keyed.otherwise()).filter(n -> !n.isEmpty()), members);
  }

  /** The other families under the same sealed interfaces. */
  static List<Family> related(Class<?> type) {
    return Arrays.stream(type.getInterfaces())
        .filter(Class::isSealed)
        .flatMap(root -> Arrays.stream(root.getPermittedSubclasses()))
        .filter(other -> other != type && other.isAnnotationPresent(Keyed.class))
        .map(Family::of)
        .toList();
  }

  /** The family that a record belongs to, if it belongs to one. */
  static Optional<Family> around(Class<?> record) {
    return Arrays.stream(record.getInterfaces())
        .filter(type -> type.isAnnotationPresent(Keyed.class))
        .findFirst()
        .map(Family::of);
  }

  /** The name of a member. */
  static String nameOf(Class<?> member) {
    Named named = member.getAnnotation(Named.class);
    if (named == null) {
      throw new IllegalArgumentException(member + " has no @Named");
    }
    return named.value();
  }
}
