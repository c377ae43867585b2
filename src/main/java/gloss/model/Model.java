package gloss.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import gloss.nn.Parameters;
import gloss.recipe.HoldOutRecipe;
import gloss.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A network with all that is needed to use it. */
public interface Model extends AutoCloseable {
  /** Splits with which the weights are found. */
  Set<String> LEARNED_FROM = Set.of(HoldOutRecipe.TRAIN, HoldOutRecipe.VALID);

  /** What the model was made from. */
  Recipe recipe();

  /** The network, with its weights. */
  Block network();

  /** What the weights belong to. */
  NDManager manager();

  /** The names of the files that {@link #write} writes. */
  List<String> files();

  /**
   * Writes what the model knows beside its weights, such as subwords; older files of the same
   * purpose that would contradict it are deleted.
   */
  void write(Path folder) throws IOException;

  /** The names of all splits of the recipe's data. */
  Collection<String> splits() throws IOException;

  /** The names of those that neither train nor validate. */
  default List<String> testSplits() throws IOException {
    return splits().stream().filter(name -> !LEARNED_FROM.contains(name)).toList();
  }

  /** Runs the model on a split of the recipe's data; an unknown one is an InputException. */
  Evaluation evaluate(String split) throws IOException;

  /** The weights by name. */
  default Map<String, NDArray> weights() {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    Parameters.of(network()).forEach((name, p) -> arrays.put(name, p.getArray()));
    return arrays;
  }

  @Override
  default void close() {
    manager().close();
  }
}
