package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.batch.SequenceBatch;
import gloss.loss.LossSum;
import gloss.loss.Unlikelihood;
import gloss.nn.Pass;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The loss of the tokens, and {@link Unlikelihood} of what the target said before them; what is
 * reported is the former.
 *
 * @param weight of unlikelihood
 */
record UnlikelihoodObjective(TeacherForcing tokens, double weight) implements Objective {
  @Override
  public LossSum of(Pass pass, NDManager manager, SequenceBatch batch) {
    TeacherForcing.Told told = tokens.tell(pass, manager, batch);
    int[][] labels =
        IntStream.range(0, batch.rows()).mapToObj(batch.labels()::sequence).toArray(int[][]::new);
    NDArray again = Unlikelihood.of(told.logits(), labels);
    LossSum loss = told.loss();
    return new LossSum(loss.sum().add(again.mul((float) weight)), loss.plain(), loss.count());
  }

  @Override
  public Map<String, NDArray> parameters() {
    return tokens.parameters();
  }
}
