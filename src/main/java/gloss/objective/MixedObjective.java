package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.batch.SequenceBatch;
import gloss.loss.FixedWeighting;
import gloss.loss.LossSum;
import gloss.nn.Pass;
import java.util.List;
import java.util.Map;

/**
 * {@code (1 − mix) · whole + mix · tokens}, so that a network that learns from its own outputs does
 * not forget what the references look like (Edunov et al. 2018). What is reported is the first term
 * alone, without its factor: the loss of the tokens is what validations measure.
 *
 * @param whole an objective of whole outputs
 * @param tokens the loss of the tokens
 * @param mix in [0, 1)
 */
record MixedObjective(Objective whole, Objective tokens, double mix) implements Objective {
  @Override
  public LossSum of(Pass pass, NDManager manager, SequenceBatch batch) {
    LossSum ofWhole = whole.of(pass, manager, batch);
    if (mix == 0) {
      return ofWhole;
    }
    LossSum both =
        new FixedWeighting(List.of(1 - mix, mix))
            .combine(List.of(ofWhole, tokens.of(pass, manager, batch)));
    return new LossSum(both.sum(), ofWhole.plain(), both.count());
  }

  @Override
  public Map<String, NDArray> parameters() {
    return tokens.parameters();
  }
}
