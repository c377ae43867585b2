package gloss.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.optim.Optimizer;
import gloss.recipe.DistributedRecipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Distributed low-communication training (Douillard et al. 2023, "DiLoCo"): each worker takes steps
 * of its own; then, with the mean w of their weights and the weights a they all had before,
 *
 * <pre>m ← μ m + (a − w)      a ← a − r ((a − w) + μ m)</pre>
 *
 * <p>is the common step, by gradient descent with Nesterov momentum, and all go on from a. The
 * memory of the workers' optimizers is averaged as well (Wang et al. 2020, "SlowMo", buffer
 * strategy "average"), and so is the moving average of their weights: after a common step all
 * workers have the same state, and the leader's checkpoint is that of all.
 */
final class Diloco implements Optimizer {
  private static final String MOMENTUM = "outer.";

  private final Optimizer inner;
  private final DistributedRecipe recipe;
  private final NDManager manager;
  private final List<NDArray> weights;
  private final Map<String, NDArray> momentum = new LinkedHashMap<>();
  private float[] anchor = {};

  Diloco(
      Optimizer inner, DistributedRecipe recipe, NDManager parent, Map<String, NDArray> weights) {
    this.inner = inner;
    this.recipe = recipe;
    this.weights = List.copyOf(weights.values());
    manager = parent.newSubManager();
    weights.forEach((name, weight) -> momentum.put(name, manager.zeros(weight.getShape())));
  }

  /** To be called before the first step of a run: the weights are those that all workers have. */
  void begin() {
    anchor = new FlatArrays(weights).values();
  }

  @Override
  public void update(List<NDArray> gradients, double rate) {
    inner.update(gradients, rate);
  }

  @Override
  public Map<String, NDArray> state() {
    Map<String, NDArray> state = new LinkedHashMap<>(inner.state());
    momentum.forEach((name, array) -> state.put(MOMENTUM + name, array));
    return state;
  }

  /** The common step of all workers on the ring. */
  void step(TrainingState state, Ring ring) {
    List<NDArray> others = new ArrayList<>(inner.state().values());
    state.average().ifPresent(average -> others.addAll(average.state().values()));
    average(new FlatArrays(others), ring);
    FlatArrays own = new FlatArrays(weights);
    float[] mean = average(own, ring);
    FlatArrays memory = new FlatArrays(List.copyOf(momentum.values()));
    float[] m = memory.values();
    float mu = (float) recipe.momentum();
    float rate = (float) recipe.rate();
    for (int i = 0; i < mean.length; i++) {
      float delta = anchor[i] - mean[i];
      m[i] = mu * m[i] + delta;
      anchor[i] -= rate * (delta + mu * m[i]);
    }
    memory.assign(m);
    own.assign(anchor);
  }

  private static float[] average(FlatArrays arrays, Ring ring) {
    float[] values = arrays.values();
    ring.sum(values);
    for (int i = 0; i < values.length; i++) {
      values[i] /= ring.size();
    }
    arrays.assign(values);
    return values;
  }

  @Override
  public void close() {
    inner.close();
    manager.close();
  }
}
