package gloss.optim;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;

/** Changes weights along their gradients. */
public interface Optimizer extends AutoCloseable {
  /**
   * One step, in place.
   *
   * @param gradients of the weights, in the same order, averaged and clipped
   * @param rate the learning rate of this step
   */
  void update(List<NDArray> gradients, double rate);

  /**
   * Everything that the next step depends on, by name. The arrays are the optimizer's own: writing
   * into them restores a state.
   */
  Map<String, NDArray> state();

  /** Frees the state. */
  @Override
  void close();
}
