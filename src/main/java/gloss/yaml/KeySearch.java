package gloss.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds where in a record, and in the records below it, a key is known: for keys out of place. */
final class KeySearch {
  private final String name;
  private final List<String> found = new ArrayList<>();
  private final Set<Class<?>> open = new HashSet<>();

  private KeySearch(String name) {
    this.name = name;
  }

  /**
   * The places of a key, such as {@code training.schedule with type: linear}.
   *
   * @param root the type that the whole file describes
   */
  static List<String> places(Class<?> root, String name) {
    KeySearch search = new KeySearch(name);
    search.visit(root, "", "");
    return List.copyOf(search.found);
  }

  private void visit(Type type, String path, String member) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      String below = generic.getRawType() == Map.class ? path + ".NAME" : path;
      visit(arguments[arguments.length - 1], below, member);
      return;
    }
    Class<?> raw = (Class<?>) type;
    if (Scalars.isScalar(raw) || !open.add(raw)) {
      return;
    }
    if (raw.isSealed()) {
      members(Family.of(raw), path);
    } else {
      keys(raw, path, member);
    }
    open.remove(raw);
  }

  private void members(Family family, String path) {
    family
        .members()
        .forEach((member, type) -> visit(type, path, " with " + family.key() + ": " + member));
    // What every member has is a key of the family.
    List<String> everywhere =
        family.members().keySet().stream()
            .map(member -> place(path) + " with " + family.key() + ": " + member)
            .toList();
    if (found.containsAll(everywhere)) {
      found.removeAll(everywhere);
      found.add(place(path));
    }
  }

  private static String place(String path) {
    return path.isEmpty() ? "the top level" : path;
  }

  private void keys(Class<?> type, String path, String member) {
    for (Key key : Key.of(type)) {
      if (key.name().equals(name)) {
        found.add(place(path) + member);
      }
      visit(key.type(), path.isEmpty() ? key.name() : path + "." + key.name(), "");
    }
  }
}
