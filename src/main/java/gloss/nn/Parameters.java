package gloss.nn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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
    String name = withoutNumber(key);
    long same =
        parent.getChildren().keys().stream()
            .filter(other -> withoutNumber(other).equals(name))
            .count();
    return same > 1 ? key : name;
  }

  /** Without at least two digits in front; by hand, since this is asked for before each search. */
  private static String withoutNumber(String key) {
    int digits = 0;
    while (digits < key.length() && key.charAt(digits) >= '0' && key.charAt(digits) <= '9') {
      digits++;
    }
    return digits < 2 ? key : key.substring(digits);
  }

  /**
   * Draws the first weights of a network from a seed.
   *
   * @param network draws them, so that they belong to the manager given
   * @return that manager: closing it frees them
   */
  public static NDManager drawn(long seed, Consumer<NDManager> network) {
    NDManager manager = NDManager.newBaseManager();
    Engine.getInstance().setRandomSeed((int) seed);
    network.accept(manager);
    return manager;
  }

  /** How many numbers there are to learn. */
  public static long count(Block block) {
    return of(block).values().stream().mapToLong(p -> p.getArray().size()).sum();
  }
}
