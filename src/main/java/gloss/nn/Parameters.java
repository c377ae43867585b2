package gloss.nn;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The parameters of any DJL block under readable names. */
public final class Parameters {
  private Parameters() {}

  /**
   * All parameters in the order of the blocks, each once, also where blocks share it. A name is the
   * path of child blocks, such as {@code encoder.0.attention.query.weight}.
   */
  public static Map<String, Parameter> of(Block block) {
    Map<String, Parameter> named = new LinkedHashMap<>();
    collect(block, "", named, Collections.newSetFromMap(new IdentityHashMap<>()));
    return Collections.unmodifiableMap(named);
  }

  private static void collect(
      Block block, String path, Map<String, Parameter> named, Set<Parameter> seen) {
    for (Pair<String, Parameter> own : block.getDirectParameters()) {
      if (seen.add(own.getValue()) && named.put(path + own.getKey(), own.getValue()) != null) {
        throw new IllegalStateException("two parameters are called " + path + own.getKey());
      }
    }
    for (Pair<String, Block> child : block.getChildren()) {
      collect(child.getValue(), path + plain(block, child.getKey()) + ".", named, seen);
    }
  }

  /** DJL puts a running number before a child's name; it goes where the name says enough. */
  private static String plain(Block parent, String key) {
    String name = key.replaceFirst("^\\d{2,}", "");
    long same =
        parent.getChildren().keys().stream()
            .filter(other -> other.replaceFirst("^\\d{2,}", "").equals(name))
            .count();
    return same > 1 ? key : name;
  }

  /** How many numbers there are to learn. */
  public static long count(Block block) {
    return of(block).values().stream().mapToLong(p -> p.getArray().size()).sum();
  }
}
