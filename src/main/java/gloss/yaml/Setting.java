package gloss.yaml;

import gloss.text.InputException;
import java.util.List;
import java.util.Map;

/**
 * One value given beside a file, such as {@code training.seed=2} from the option {@code --set}:
 * keys joined by dots, and the value as it would stand in the file.
 */
public record Setting(List<String> keys, YamlNode value) {
  /** Copies the keys. */
  public Setting {
    keys = List.copyOf(keys);
  }

  /**
   * Reads a setting.
   *
   * @param option the option that gave it, for error messages: {@code --set}
   */
  public static Setting parse(String text, String option) {
    String where = option + " " + text;
    int equals = text.indexOf('=');
    List<String> keys = List.of(text.substring(0, Math.max(0, equals)).strip().split("\\.", -1));
    if (keys.stream().anyMatch(String::isBlank)) {
      throw new InputException(where + ": expected KEY=VALUE, such as training.seed=2");
    }
    return new Setting(keys, YamlFile.value(text.substring(equals + 1), where));
  }

  /** A setting of a key, its parts joined by dots. */
  public static Setting of(String key, YamlNode value) {
    return new Setting(List.of(key.split("\\.", -1)), value);
  }

  /**
   * The tree with this value in its place, with mappings made on the way where there are none.
   * Where it names another member of a {@link Keyed} family, such as {@code type}, the keys that
   * only the former one has are left out.
   *
   * @param type what the tree describes
   */
  public YamlNode.Mapping applyTo(YamlNode.Mapping root, Class<?> type) {
    return apply(root, Schema.of(type), 0);
  }

  private YamlNode.Mapping apply(YamlNode.Mapping mapping, Schema schema, int depth) {
    String key = keys.get(depth);
    if (depth == keys.size() - 1) {
      return schema.before(mapping, key, value).with(key, value);
    }
    YamlNode child = mapping.get(key);
    if (child == null) {
      child = new YamlNode.Mapping(Map.of(), value.where());
    }
    if (child instanceof YamlNode.Mapping inner) {
      return mapping.with(key, apply(inner, schema.below(mapping, key), depth + 1));
    }
    throw new InputException(
        value.where()
            + ": "
            + String.join(".", keys.subList(0, depth + 1))
            + " is "
            + child.describe()
            + " and has no keys");
  }
}
