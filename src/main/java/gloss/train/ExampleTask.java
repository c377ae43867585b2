package gloss.train;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import gloss.batch.ExampleBatches;
import gloss.loss.LossSum;
import gloss.nn.NoGradients;
import gloss.nn.Pass;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A task whose examples are numbered and all in memory: the shortest way to a task of one's own. It
 * needs a network, the loss of some training examples and the loss on held-out data. A batch is the
 * numbers of its examples, from 0.
 *
 * <p>Each epoch has every example once, in an order drawn from the seed and the epoch.
 */
public abstract class ExampleTask implements Task<int[]> {
  private static final int NAMED = 10;

  private final ExampleBatches batches;

  /**
   * A task.
   *
   * @param examples how many there are to train on
   * @param batchSize how many of them make a batch
   * @param seed fixes their order
   */
  protected ExampleTask(int examples, int batchSize, long seed) {
    batches = new ExampleBatches(examples, batchSize, seed);
  }

  /**
   * The loss on data that are not trained on. The pass is one without dropout, and gradients are
   * not made.
   *
   * @param manager that owns the arrays made for it
   */
  protected abstract LossSum validationLoss(Pass pass, NDManager manager);

  /** Further figures of a validation by name, such as an accuracy; none unless it is overridden. */
  protected Map<String, Double> metrics(Pass pass, NDManager manager) {
    return Map.of();
  }

  @Override
  public Iterator<int[]> batches(int epoch, int skip) {
    return batches.epoch(epoch, skip);
  }

  @Override
  public double share(int[] batch) {
    return batch.length / (double) batches.examples();
  }

  @Override
  public String unit() {
    return "examples";
  }

  @Override
  public List<int[]> split(int[] batch) {
    return ExampleBatches.halves(batch);
  }

  @Override
  public String describe(int[] batch) {
    String named =
        Arrays.stream(batch)
            .limit(NAMED)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    return "examples " + named + (batch.length > NAMED ? ", …" : "");
  }

  @Override
  public Validation validate(Runnable mayStop) {
    mayStop.run();
    try (NoGradients inference = new NoGradients();
        NDManager manager = NDManager.newBaseManager()) {
      Pass pass = new Pass(new ParameterStore(manager, false), false);
      double loss = validationLoss(pass, manager).mean();
      return new Validation(loss, metrics(pass, manager), List.of());
    }
  }
}
