package gloss.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import gloss.nn.WithGradients;
import gloss.optim.Gradients;
import gloss.optim.Optimizer;
import gloss.optim.Optimizers;
import gloss.recipe.OptimizerRecipe;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Full-batch descent with Adam: the smallest training there is. */
final class Descent {
  private Descent() {}

  /**
   * Changes parameters so that a loss becomes small.
   *
   * @param loss of a step, from 1
   */
  static void minimize(
      NDManager manager,
      Map<String, NDArray> parameters,
      int steps,
      double rate,
      LongFunction<LossSum> loss) {
    parameters.values().forEach(array -> array.setRequiresGradient(true));
    OptimizerRecipe recipe = new OptimizerRecipe.AdamW(rate, 0.9, 0.98, 1e-9, 0);
    try (Optimizer optimizer = Optimizers.of(recipe, manager, parameters)) {
      for (int step = 1; step <= steps; step++) {
        LossSum sum;
        NDList gradients;
        try (WithGradients kept = new WithGradients()) {
          sum = loss.apply(step);
          gradients = Gradients.of(sum.sum(), List.copyOf(parameters.values()), 1);
        }
        Gradients.scale(gradients, sum.count(), Double.POSITIVE_INFINITY);
        // Slower and slower, so that it comes to rest.
        optimizer.update(gradients, rate * Math.min(1, 2.0 * (steps - step + 1) / steps));
        gradients.close();
      }
    }
  }
}
