package gloss.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import gloss.loss.LossSum;
import gloss.nn.Pass;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Another task, so that a test can change one part of it. */
class TaskAround implements Task<List<int[]>> {
  private final Task<List<int[]>> task;

  TaskAround(Task<List<int[]>> task) {
    this.task = task;
  }

  @Override
  public Block network() {
    return task.network();
  }

  @Override
  public Iterator<List<int[]>> batches(int epoch, int skip) {
    return task.batches(epoch, skip);
  }

  @Override
  public double share(List<int[]> batch) {
    return task.share(batch);
  }

  @Override
  public Map<String, NDArray> lossParameters() {
    return task.lossParameters();
  }

  @Override
  public LossSum loss(Pass pass, NDManager manager, List<int[]> batch) {
    return task.loss(pass, manager, batch);
  }

  @Override
  public String describe(List<int[]> batch) {
    return task.describe(batch);
  }

  @Override
  public Validation validate(Runnable mayStop) {
    return task.validate(mayStop);
  }

  @Override
  public List<List<int[]>> split(List<int[]> batch) {
    return task.split(batch);
  }
}
