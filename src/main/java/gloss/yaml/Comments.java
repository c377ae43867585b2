package gloss.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The comments that stand beside keys in a commented file. */
final class Comments {
  private Comments() {}

  /** Doc, names of an enum, and default or "required". */
  static String of(Key key) {
    List<String> parts = new ArrayList<>();
    if (!key.doc().isEmpty()) {
      parts.add(key.doc());
    }
    if (raw(key.type()).isEnum()) {
      parts.add("[" + String.join(" | ", Scalars.names(raw(key.type()))) + "]");
    }
    if (key.fallback().isPresent()) {
      key.fallback()
          .filter(text -> !text.equals("{}"))
          .ifPresent(t -> parts.add("(default " + t + ")"));
    } else {
      parts.add(raw(key.type()) == Optional.class ? "(optional)" : "(required)");
    }
    return String.join(" ", parts);
  }

  /** The names of a family and the one that holds when none is given. */
  static String names(Family family) {
    String names = String.join(" | ", family.members().keySet());
    return names + family.otherwise().map(name -> " (default " + name + ")").orElse(" (required)");
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }
}
