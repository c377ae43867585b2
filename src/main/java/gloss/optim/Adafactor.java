package gloss.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.recipe.OptimizerRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Adafactor (Shazeer and Stern 2018), as PyTorch has it: with gradient g at step t of a matrix of n
 * rows, a share β = t^γ for what is new, weight decay λ and root mean square RMS
 *
 * <pre>
 * r ← (1 − β) r + β · mean of g² along each row
 * c ← (1 − β) c + β · mean of g² along each column
 * v = r cᵀ / mean(r)                  of a vector: v ← (1 − β) v + β g²
 * u = g / √v
 * a = max(ε, RMS(w)) · min(rate, 1/√t)
 * w ← w − rate · λ · w − a · u / max(1, RMS(u) / d)
 * </pre>
 *
 * It remembers a row and a column where Adam remembers two matrices, so that large networks fit
 * into memory, and steps are relative to the weights.
 */
public final class Adafactor extends StatefulOptimizer {
  private final OptimizerRecipe.Adafactor recipe;
  private final List<NDArray> rows = new ArrayList<>();
  private final List<NDArray> columns = new ArrayList<>();
  private final List<NDArray> squares = new ArrayList<>();
  private final NDArray step;

  /** An optimizer of the weights given, by name. */
  public Adafactor(
      NDManager parent, Map<String, NDArray> weights, OptimizerRecipe.Adafactor recipe) {
    super(parent, weights);
    this.recipe = recipe;
    weights.forEach((name, weight) -> remember(name, weight.getShape().getShape()));
    step = remember("step", new Shape());
  }

  private void remember(String name, long[] shape) {
    int dimensions = shape.length;
    if (dimensions < 2) {
      squares.add(remember("square." + name, new Shape(shape)));
      return;
    }
    long[] row = shape.clone();
    row[dimensions - 1] = 1;
    rows.add(remember("row." + name, new Shape(row)));
    long[] column = shape.clone();
    column[dimensions - 2] = 1;
    columns.add(remember("column." + name, new Shape(column)));
  }

  @Override
  void step(List<NDArray> gradients, double rate) {
    OptimizerKernels.run(
        "adafactor",
        weights(),
        gradients,
        rows,
        columns,
        squares,
        step,
        rate,
        recipe.beta2Decay(),
        recipe.epsilon(),
        recipe.clip(),
        recipe.weightDecay());
  }
}
