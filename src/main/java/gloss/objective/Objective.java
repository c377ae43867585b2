package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.batch.SequenceBatch;
import gloss.loss.LossSum;
import gloss.nn.Pass;
import java.util.Map;

/** What training makes small for a batch of sequence pairs. */
@FunctionalInterface
public interface Objective {
  /**
   * The sum over the batch and what it is divided by, the number of its target tokens. The sums of
   * two halves of a batch add up to that of the whole.
   *
   * @param pass with the step that it is made for, which decides all that is random
   * @param manager that the arrays belong to
   */
  LossSum of(Pass pass, NDManager manager, SequenceBatch batch);

  /** What the objective itself learns, by name; see {@link gloss.loss.Loss#parameters}. */
  default Map<String, NDArray> parameters() {
    return Map.of();
  }
}
