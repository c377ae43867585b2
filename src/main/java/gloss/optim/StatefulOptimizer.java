package gloss.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.nn.KernelLibrary;
import gloss.nn.NoGradients;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What optimizers have in common: weights, arrays that remember something of them, and a step. */
abstract class StatefulOptimizer implements Optimizer {
  private final NDManager manager;
  private final Map<String, NDArray> weights;
  private final List<NDArray> ordered;
  private final Map<String, NDArray> state = new LinkedHashMap<>();

  /** An optimizer of the weights given, by name. */
  StatefulOptimizer(NDManager parent, Map<String, NDArray> weights) {
    manager = parent.newSubManager();
    this.weights = new LinkedHashMap<>(weights);
    ordered = List.copyOf(weights.values());
  }

  /** One step, in place; nothing is kept for gradients. */
  abstract void step(List<NDArray> gradients, double rate);

  @Override
  public final void update(List<NDArray> gradients, double rate) {
    try (NoGradients inPlace = new NoGradients()) {
      step(gradients, rate);
    }
  }

  /** The weights in the order of the gradients. */
  final List<NDArray> weights() {
    return ordered;
  }

  /** A list that goes into every step, kept as long as this optimizer. */
  final KernelLibrary.Kept kept(List<NDArray> arrays) {
    return OptimizerKernels.LIBRARY.kept(arrays).attachedTo(manager);
  }

  /** A new array of zeros that is part of the state. */
  final NDArray remember(String name, Shape shape) {
    NDArray array = manager.zeros(shape);
    state.put(name, array);
    return array;
  }

  /** Zeros for each weight in its shape, part of the state as {@code what.NAME}. */
  final List<NDArray> rememberAll(String what) {
    return rememberAll(what, shape -> shape);
  }

  /** The same in a shape made of the weight's; scalars where that is empty. */
  final List<NDArray> rememberAll(String what, UnaryOperator<Shape> shape) {
    List<NDArray> arrays = new ArrayList<>();
    weights.forEach(
        (name, weight) -> arrays.add(remember(what + "." + name, shape.apply(weight.getShape()))));
    return arrays;
  }

  @Override
  public final Map<String, NDArray> state() {
    return state;
  }

  @Override
  public final void close() {
    manager.close();
  }
}
