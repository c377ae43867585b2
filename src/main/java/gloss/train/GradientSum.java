package gloss.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import gloss.loss.LossSum;
import gloss.nn.WithGradients;
import gloss.optim.Gradients;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/**
 * Adds up the gradients of a step's batches.
 *
 * <p>A batch that does not fit into memory is split in two and the step is begun anew: the random
 * numbers are those of the step again. Losses are sums, so the gradient is that of the whole batch
 * up to rounding (with dropout: of other draws).
 *
 * <p>The gradients' unit is the first batch's number of items: those of a step of one batch come
 * out of the engine as those of the mean, and nothing is left to divide.
 *
 * @param <B> a batch of the task
 */
final class GradientSum<B> implements AutoCloseable {
  /** Whether this process has had its first gradients. */
  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  private final Task<B> task;
  private final int seed;
  private final List<NDArray> weights;
  private final BiFunction<NDManager, B, LossSum> losses;
  private final NDManager manager = NDManager.newBaseManager();
  private final List<B> parts;
  private final List<B> split = new ArrayList<>();
  private List<NDArray> gradients = List.of();
  private double unit = 1;
  private double plain;
  private double count;

  /**
   * A step.
   *
   * @param group its batches; without one the gradients are zero
   * @param seed of its random numbers
   * @param weights that gradients are wanted of
   * @param losses gives the loss of a batch; what is made for it belongs to the manager
   */
  GradientSum(
      Task<B> task,
      List<B> group,
      int seed,
      Collection<NDArray> weights,
      BiFunction<NDManager, B, LossSum> losses) {
    this.task = task;
    this.seed = seed;
    this.weights = List.copyOf(weights);
    this.losses = losses;
    parts = new ArrayList<>(group);
  }

  /**
   * Does the work; the first of a process is done twice. With two threads the engine's very first
   * backward pass now and then rounds in another way than ever after, and a training would not end
   * with the weights that it ends with otherwise.
   */
  void run() {
    if (!parts.isEmpty() && BEGUN.compareAndSet(false, true)) {
      fits();
      forget();
    }
    while (!fits()) {
      forget();
    }
    if (gradients.isEmpty()) {
      gradients = weights.stream().map(weight -> manager.zeros(weight.getShape())).toList();
    }
  }

  /** The sums, whose gradients are there until this is closed. */
  StepSums sums() {
    return new StepSums(gradients, unit, plain, count);
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
        add(parts.get(i));
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

  private void add(B batch) {
    try (NDManager scope = manager.newSubManager();
        WithGradients kept = new WithGradients()) {
      LossSum loss = losses.apply(scope, batch);
      boolean first = gradients.isEmpty();
      if (first) {
        unit = loss.count() > 0 ? loss.count() : 1;
      }
      NDList found = Gradients.of(loss.sum(), weights, unit);
      if (first) {
        found.attach(manager);
        gradients = List.copyOf(found);
      } else {
        Gradients.add(gradients, found);
      }
      plain += loss.plain();
      count += loss.count();
    }
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

  private void forget() {
    gradients.forEach(NDArray::close);
    gradients = List.of();
  }

  @Override
  public void close() {
    manager.close();
  }
}
