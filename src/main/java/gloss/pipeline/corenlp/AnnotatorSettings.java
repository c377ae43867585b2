package gloss.pipeline.corenlp;

import gloss.recipe.DecodingRecipe;
import gloss.text.InputException;
import gloss.text.Nearest;
import gloss.yaml.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The properties of one annotator: those that begin with its name and a dot. Other properties are
 * none of its business; an unknown one of its own is a mistake.
 */
final class AnnotatorSettings {
  /** Keys below this are those of a model's {@code decoding}. */
  static final String DECODING = "decoding.";

  /** Keys of properties, below the annotator's name, and the keys in a recipe that they set. */
  private static final Map<String, String> SHORT_FORMS =
      Map.of("beam", "search.beam", "n-best", "output.n-best", "alignments", "output.alignments");

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
      boolean isSearch = known.contains("beam") && key.startsWith(DECODING);
      if (!key.isEmpty() && !known.contains(key) && !isSearch) {
        throw new InputException(property + ": unknown property" + Nearest.hint(key, known));
      }
    }
  }

  Optional<String> get(String key) {
    return Optional.ofNullable(properties.getProperty(name + "." + key)).map(String::strip);
  }

  /** A value that is one of few. */
  Optional<String> oneOf(String key, List<String> values) {
    Optional<String> value = get(key);
    if (value.isPresent() && !values.contains(value.get())) {
      throw mistake(
          key, "expected %s, found '%s'".formatted(String.join(" or ", values), value.get()));
    }
    return value;
  }

  /** A mistake in a property. */
  InputException mistake(String key, String message) {
    return new InputException(name + "." + key + ": " + message);
  }

  /** Values parted by commas. */
  Optional<List<String>> list(String key) {
    return get(key).map(text -> Arrays.asList(text.split("\\s*,\\s*")));
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

  /** How the properties want a model to be searched. */
  DecodingRecipe search(DecodingRecipe own) {
    return own.with(decoding());
  }

  /** Whether there are properties below {@code decoding}. */
  boolean searches() {
    return properties.stringPropertyNames().stream()
        .anyMatch(property -> property.startsWith(name + "." + DECODING));
  }

  private List<Setting> decoding() {
    List<Setting> settings = new ArrayList<>();
    new TreeMap<>(SHORT_FORMS)
        .forEach((form, key) -> get(form).ifPresent(value -> settings.add(setting(key, value))));
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
