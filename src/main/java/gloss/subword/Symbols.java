package gloss.subword;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers symbols from 0; symbols that read the same are the same. */
final class Symbols {
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();

  /** The symbol's number; one not seen before gets the next. */
  int id(String name) {
    Integer known = ids.putIfAbsent(name, names.size());
    if (known != null) {
      return known;
    }
    names.add(name);
    return names.size() - 1;
  }

  /** The symbol's number, or {@code otherwise} if it has none. */
  int find(String name, int otherwise) {
    return ids.getOrDefault(name, otherwise);
  }

  int size() {
    return names.size();
  }

  String name(int id) {
    return names.get(id);
  }

  /** Compares two symbols by the code points of their names. */
  int compare(int a, int b) {
    return a == b ? 0 : compare(names.get(a), names.get(b));
  }

  /** Orders strings by code point; {@link String#compareTo} puts U+10000 before U+FFFF. */
  static int compare(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean above = Character.isSurrogate(x);
        return above == Character.isSurrogate(y) ? x - y : above ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }
}
