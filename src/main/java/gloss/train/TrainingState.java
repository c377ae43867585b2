package gloss.train;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import gloss.nn.Parameters;
import gloss.optim.Optimizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Whatever changes while training: weights, the optimizer's memory and the progress. Random numbers
 * need no state, since each step's are drawn from the seed and the step's number.
 */
public final class TrainingState implements AutoCloseable {
  private final Map<String, NDArray> weights = new LinkedHashMap<>();
  private final Optimizer optimizer;
  private Progress progress = Progress.START;

  /** The state of a network before its first update, with an optimizer made for its weights. */
  public TrainingState(Block network, Function<Map<String, NDArray>, Optimizer> optimizer) {
    Parameters.of(network).forEach((name, value) -> weights.put(name, value.getArray()));
    this.optimizer = optimizer.apply(weights);
  }

  /** The weights by name. */
  public Map<String, NDArray> weights() {
    return weights;
  }

  /** The optimizer, whose memory is part of the state. */
  public Optimizer optimizer() {
    return optimizer;
  }

  /** How far training is. */
  public Progress progress() {
    return progress;
  }

  void progress(Progress newProgress) {
    progress = newProgress;
  }

  @Override
  public void close() {
    optimizer.close();
  }
}
