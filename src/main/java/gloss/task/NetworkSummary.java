package gloss.task;

import gloss.nn.Parameters;
import gloss.recipe.TranslationRecipe;
import gloss.yaml.RecordWriter;
import gloss.yaml.YamlFile;
import gloss.yaml.YamlNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a network is, known without weights.
 *
 * @param settings the recipe's keys and values, {@code type} first
 * @param weights the shape of each array by name; those that several layers share come once
 */
public record NetworkSummary(Map<String, String> settings, Map<String, long[]> weights) {
  /** Copies what is given. */
  public NetworkSummary {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  /** A recipe's network for vocabularies of some sizes. */
  static NetworkSummary of(TranslationRecipe recipe, int sources, int targets) {
    Map<String, String> settings = new LinkedHashMap<>();
    String yaml = RecordWriter.plain((Record) recipe.network(), path -> path);
    YamlFile.parse(yaml, "network")
        .entries()
        .forEach((key, value) -> settings.put(key, ((YamlNode.Scalar) value).text()));
    Map<String, long[]> weights = new LinkedHashMap<>();
    Parameters.of(TranslationModel.network(recipe, sources, targets))
        .forEach((name, parameter) -> weights.put(name, parameter.getShape().getShape()));
    return new NetworkSummary(settings, weights);
  }

  /** How many numbers an array of a shape holds. */
  public static long count(long[] shape) {
    long count = 1;
    for (long size : shape) {
      count *= size;
    }
    return count;
  }

  /** How many numbers there are to learn. */
  public long parameters() {
    return weights.values().stream().mapToLong(NetworkSummary::count).sum();
  }

  /** The same by the parts of the network, such as {@code encoder}. */
  public Map<String, Long> parts() {
    Map<String, Long> parts = new LinkedHashMap<>();
    weights.forEach((name, shape) -> parts.merge(name.split("\\.", 2)[0], count(shape), Long::sum));
    return parts;
  }
}
