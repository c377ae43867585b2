package gloss.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import gloss.nn.Parameters;
import gloss.optim.MovingAverage;
import gloss.optim.Optimizer;
import gloss.recipe.DistributedRecipe;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whatever changes while training: weights, what the loss learns, the optimizer's memory, the
 * average of the weights and the progress. Random numbers need no state, since each step's are
 * drawn from the seed and the step's number.
 */
public final class TrainingState implements AutoCloseable {
  private final Map<String, NDArray> weights = new LinkedHashMap<>();
  private final Map<String, NDArray> lossParameters;
  private final Map<String, NDArray> learned = new LinkedHashMap<>();
  private Optimizer optimizer;
  private final Optional<MovingAverage> average;
  private Optional<Diloco> outer = Optional.empty();
  private Progress progress = Progress.START;

  /** The state of a network before its first update, with an optimizer made for its weights. */
  public TrainingState(Block network, Function<Map<String, NDArray>, Optimizer> optimizer) {
    this(network, optimizer, weights -> Optional.empty());
  }

  /** The same with an average made for the weights. */
  public TrainingState(
      Block network,
      Function<Map<String, NDArray>, Optimizer> optimizer,
      Function<Map<String, NDArray>, Optional<MovingAverage>> average) {
    this(network, Map.of(), optimizer, average);
  }

  /**
   * The same where the loss learns too.
   *
   * @param lossParameters what the loss learns, by name; see {@link Task#lossParameters}
   * @param optimizer made for the weights and for what the loss learns
   * @param average made for the weights, if any
   */
  public TrainingState(
      Block network,
      Map<String, NDArray> lossParameters,
      Function<Map<String, NDArray>, Optimizer> optimizer,
      Function<Map<String, NDArray>, Optional<MovingAverage>> average) {
    Parameters.of(network).forEach((name, value) -> weights.put(name, value.getArray()));
    this.lossParameters = new LinkedHashMap<>(lossParameters);
    learned.putAll(weights);
    // No weight's name has a colon.
    lossParameters.forEach((name, value) -> learned.put("loss:" + name, value));
    this.optimizer = optimizer.apply(learned);
    this.average = average.apply(weights);
  }

  /** The network's weights by name. */
  public Map<String, NDArray> weights() {
    return weights;
  }

  /** What the loss learns, by name. */
  public Map<String, NDArray> lossParameters() {
    return lossParameters;
  }

  /** All that the optimizer changes: the weights, and what the loss learns as {@code loss:NAME}. */
  public Map<String, NDArray> learned() {
    return learned;
  }

  /** The optimizer, whose memory is part of the state. */
  public Optimizer optimizer() {
    return optimizer;
  }

  /**
   * From here on the optimizer is one of several workers who have a common step now and then.
   *
   * @param manager whose sub-manager holds the memory of these steps
   */
  public void withCommonSteps(DistributedRecipe recipe, NDManager manager) {
    Diloco diloco = new Diloco(optimizer, recipe, manager, learned);
    optimizer = diloco;
    outer = Optional.of(diloco);
  }

  /** The common steps of several workers, if there are such. */
  Optional<Diloco> outer() {
    return outer;
  }

  /** The average of the weights, if one is made. */
  Optional<MovingAverage> average() {
    return average;
  }

  /** The weights of the model that is to come out: their average, if one is made. */
  public Map<String, NDArray> model() {
    return average.map(MovingAverage::state).orElse(weights);
  }

  /** Does something while the network has the weights of {@link #model()}. */
  <T> T withModel(Supplier<T> action) {
    average.ifPresent(MovingAverage::swap);
    try {
      return action.get();
    } finally {
      average.ifPresent(MovingAverage::swap);
    }
  }

  /** Does something while the network has other weights, given by name. */
  void with(Map<String, Safetensors.Entry> values, Runnable action) {
    Map<String, Safetensors.Entry> own = Safetensors.entries(weights);
    Checkpoint.copy(values, weights);
    try {
      action.run();
    } finally {
      Checkpoint.copy(own, weights);
    }
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
    average.ifPresent(MovingAverage::close);
    optimizer.close();
  }
}
