package gloss.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of YAML that knows where it stands; immutable. */
public sealed interface YamlNode {
  /** Where it stands, as the beginning of an error message: {@code recipe.yaml:12}. */
  String where();

  /** What it is, for error messages: {@code a list}. */
  String describe();

  /** The same piece, standing elsewhere. */
  YamlNode at(String where);

  /** Whether there is nothing: {@code key:}, {@code key: ~} or {@code key: null}. */
  default boolean isNull() {
    return false;
  }

  /**
   * A piece of text.
   *
   * @param plain whether it is written without quotes, so that {@code null} means nothing
   */
  record Scalar(String text, boolean plain, String where) implements YamlNode {
    /** Characters of a text that an error message shows. */
    private static final int SHOWN = 80;

    @Override
    public boolean isNull() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String describe() {
      if (isNull()) {
        return "nothing";
      }
      return text.length() <= SHOWN ? "'" + text + "'" : "'" + text.substring(0, SHOWN) + "…'";
    }

    @Override
    public Scalar at(String where) {
      return new Scalar(text, plain, where);
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> items, String where) implements YamlNode {
    /** Copies the items. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String describe() {
      return "a list";
    }

    @Override
    public Sequence at(String where) {
      return new Sequence(items, where);
    }
  }

  /** Keys and their values in the order of the file; a value stands where its key stands. */
  record Mapping(Map<String, YamlNode> entries, String where) implements YamlNode {
    /** Copies the entries. */
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String describe() {
      return "a mapping";
    }

    @Override
    public Mapping at(String where) {
      return new Mapping(entries, where);
    }

    /** The value of a key, or null where the key is missing or its value is nothing. */
    public @Nullable YamlNode get(String key) {
      YamlNode value = entries.get(key);
      return value == null || value.isNull() ? null : value;
    }

    /** This mapping with one more or one other entry. */
    public Mapping with(String key, YamlNode value) {
      Map<String, YamlNode> changed = new LinkedHashMap<>(entries);
      changed.put(key, value);
      return new Mapping(changed, where);
    }

    /** This mapping with one entry less. */
    public Mapping without(String key) {
      Map<String, YamlNode> changed = new LinkedHashMap<>(entries);
      changed.remove(key);
      return new Mapping(changed, where);
    }
  }
}
