package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.batch.SequenceBatch;
import gloss.loss.LossSum;
import gloss.nn.Pass;
import java.util.Map;

/**
 * One objective for some steps, and then another that learns the same parameters.
 *
 * @param steps of the first
 */
record DelayedObjective(Objective first, Objective then, int steps) implements Objective {
  @Override
  public LossSum of(Pass pass, NDManager manager, SequenceBatch batch) {
    return (pass.step() <= steps ? first : then).of(pass, manager, batch);
  }

  @Override
  public Map<String, NDArray> parameters() {
    return first.parameters();
  }
}
