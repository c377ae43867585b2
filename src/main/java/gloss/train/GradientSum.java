package gloss.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import gloss.loss.LossSum;
import gloss.optim.Gradients;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Adds up the gradients of a step's batches in the arrays that the weights have for them.
 *
 * <p>A batch that does not fit into memory is split in two and the step is begun anew: what a
 * backward pass left half done is thrown away, and the random numbers are those of the step again.
 * Losses are sums, so the gradient is that of the whole batch up to rounding (with dropout: of
 * other draws).
 *
 * @param <B> a batch of the task
 */
final class GradientSum<B> {
  private final Task<B> task;
  private final int seed;
  private final Function<B, LossSum> gradients;
  private final List<B> parts;
  private final List<B> split = new ArrayList<>();
  private double plain;
  private double count;

  /**
   * A step.
   *
   * @param group its batches
   * @param seed of its random numbers
   * @param gradients adds those of a batch
   */
  GradientSum(Task<B> task, List<B> group, int seed, Function<B, LossSum> gradients) {
    this.task = task;
    this.seed = seed;
    this.gradients = gradients;
    parts = new ArrayList<>(group);
  }

  /** Adds the gradients of all batches to those of the weights, which are zero before. */
  void addTo(Collection<NDArray> weights) {
    while (!fits()) {
      zero(weights);
    }
  }

  /** The loss of the items, summed, nothing added for training only. */
  double plain() {
    return plain;
  }

  /** How many items. */
  double count() {
    return count;
  }

  /** The batches that were too large; of one that was split again, its halves, too. */
  List<B> split() {
    return split;
  }

  private boolean fits() {
    Engine.getInstance().setRandomSeed(seed);
    plain = 0;
    count = 0;
    for (int i = 0; i < parts.size(); i++) {
      try {
        LossSum loss = gradients.apply(parts.get(i));
        plain += loss.plain();
        count += loss.count();
      } catch (RuntimeException | OutOfMemoryError e) {
        if (!OutOfMemory.is(e)) {
          throw e;
        }
        split(i, e);
        return false;
      }
    }
    return true;
  }

  private void split(int i, Throwable reason) {
    B batch = parts.get(i);
    List<B> halves = task.split(batch);
    if (halves.size() < 2) {
      throw new TrainingException(
          "out of memory on a single example, "
              + task.describe(batch)
              + "; it needs more memory, a smaller network or a shorter batch.max-length",
          reason);
    }
    split.add(batch);
    parts.remove(i);
    parts.addAll(i, halves);
  }

  private static void zero(Collection<NDArray> weights) {
    List<NDArray> gradients = new ArrayList<>();
    try {
      weights.forEach(weight -> gradients.add(weight.getGradient()));
      Gradients.zero(gradients);
    } finally {
      gradients.forEach(NDArray::close);
    }
  }
}
