package gloss.yaml;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A component of a record as a key of a file.
 *
 * @param name the name in the file, lower-case words with hyphens
 * @param fallback the value that holds when the file does not give the key
 */
record Key(
    String name, Type type, String doc, Optional<String> fallback, RecordComponent component) {
  /** The keys of a record in the order of its components. */
  static List<Key> of(Class<?> record) {
    return Arrays.stream(record.getRecordComponents()).map(Key::of).toList();
  }

  private static Key of(RecordComponent component) {
    Doc doc = component.getAnnotation(Doc.class);
    Default fallback = component.getAnnotation(Default.class);
    return new Key(
        hyphenated(component.getName()),
        component.getGenericType(),
        doc == null ? "" : doc.value(),
        Optional.ofNullable(fallback).map(Default::value),
        component);
  }

  /** {@code maxLength} becomes {@code max-length}. */
  static String hyphenated(String camelCase) {
    return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** The value of this key in a record. */
  Object valueIn(Object record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
