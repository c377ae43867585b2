package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.batch.SequenceBatch;
import gloss.loss.LossSum;
import gloss.nn.Pass;

/** An objective of single tokens, of which one may also see what the network predicts. */
public interface TeacherForcing extends Objective {
  /**
   * The loss of a batch and what it is a loss of.
   *
   * @param logits (n, ids), of the labels that are no padding, row after row
   */
  record Told(LossSum loss, NDArray logits) {}

  /** The same loss as {@link #of}, with the logits, which are whole in memory then. */
  Told tell(Pass pass, NDManager manager, SequenceBatch batch);
}
