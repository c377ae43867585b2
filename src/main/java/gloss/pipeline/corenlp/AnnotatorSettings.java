package gloss.pipeline.corenlp;

import gloss.text.InputException;
import gloss.text.Nearest;
import gloss.yaml.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The properties of one annotator: those that begin with its name and a dot. Other properties are
 * none of its business; an unknown one of its own is a mistake.
 */
final class AnnotatorSettings {
  /** Keys below this are those of a model's {@code decoding}. */
  static final String DECODING = "decoding.";

  private final String name;
  private final Properties properties;

  /**
   * Settings.
   *
   * @param name the annotator's name in the pipeline
   * @param known the keys it may have, without the name
   * @throws InputException if there is an unknown one
   */
  AnnotatorSettings(String name, Properties properties, List<String> known) {
    this.name = name;
    this.properties = properties;
    for (String property : new TreeSet<>(properties.stringPropertyNames())) {
      String key = property.startsWith(name + ".") ? property.substring(name.length() + 1) : "";
      if (!key.isEmpty() && !known.contains(key) && !key.startsWith(DECODING)) {
        throw new InputException(property + ": unknown property" + Nearest.hint(key, known));
      }
    }
  }

  Optional<String> get(String key) {
    return Optional.ofNullable(properties.getProperty(name + "." + key)).map(String::strip);
  }

  /** Values parted by commas. */
  Optional<List<String>> list(String key) {
    return get(key).map(text -> Arrays.asList(text.split("\\s*,\\s*")));
  }

  boolean isTrue(String key) {
    return get(key).filter(text -> checkedTruth(key, text)).isPresent();
  }

  private boolean checkedTruth(String key, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new InputException(name + "." + key + ": expected true or false, found '" + text + "'");
    }
    return text.equals("true");
  }

  /** The folder of the model. */
  Path model() {
    return Path.of(
        get("model")
            .orElseThrow(
                () ->
                    new InputException(
                        name + ".model: missing; it is the folder of a trained model")));
  }

  /** What stands below {@code decoding.}, and the short forms given: key, key in the recipe. */
  List<Setting> decoding(List<List<String>> shortForms) {
    List<Setting> settings = new ArrayList<>();
    for (List<String> form : shortForms) {
      get(form.get(0)).ifPresent(value -> settings.add(setting(form.get(1), value)));
    }
    String prefix = name + "." + DECODING;
    for (String property : new TreeSet<>(properties.stringPropertyNames())) {
      if (property.startsWith(prefix)) {
        settings.add(
            setting(property.substring(prefix.length()), properties.getProperty(property)));
      }
    }
    return settings;
  }

  private Setting setting(String key, String value) {
    return Setting.parse(key + "=" + value.strip(), "property " + name + ":");
  }
}
