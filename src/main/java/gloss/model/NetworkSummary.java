package gloss.model;

import ai.djl.nn.Block;
import gloss.nn.Parameters;
import gloss.yaml.RecordWriter;
import gloss.yaml.YamlFile;
import gloss.yaml.YamlNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

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

  /**
   * A network that need not have its weights yet.
   *
   * @param recipe what it is made from
   */
  public static NetworkSummary of(Record recipe, Block network) {
    Map<String, String> settings = new LinkedHashMap<>();
    YamlFile.parse(RecordWriter.plain(recipe, path -> path), "network")
        .entries()
        .forEach((key, value) -> settings.put(key, text(value)));
    Map<String, long[]> weights = new LinkedHashMap<>();
    Parameters.of(network)
        .forEach((name, parameter) -> weights.put(name, parameter.getShape().getShape()));
    return new NetworkSummary(settings, weights);
  }

  private static String text(YamlNode value) {
    return value instanceof YamlNode.Sequence list
        ? list.items().stream()
            .map(NetworkSummary::text)
            .collect(Collectors.joining(", ", "[", "]"))
        : ((YamlNode.Scalar) value).text();
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
