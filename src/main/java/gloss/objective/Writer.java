package gloss.objective;

import ai.djl.ndarray.NDManager;
import gloss.batch.SequencePairs;
import java.util.List;

/** Writes outputs for sources. */
@FunctionalInterface
interface Writer {
  /**
   * The outputs of each source.
   *
   * @param manager of a scope for the arrays
   * @param step of the training, which decides with the line what is drawn
   */
  List<List<Output>> write(NDManager manager, SequencePairs pairs, long step);
}
