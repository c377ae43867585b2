package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.batch.SequenceBatch;
import gloss.loss.Loss;
import gloss.loss.LossSum;
import gloss.nn.BatchArrays;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import java.util.Map;

/**
 * Teacher forcing: each token of the target is predicted from the source and the tokens before it.
 *
 * @param loss of the tokens
 */
public record TokenObjective(EncoderDecoder network, Loss loss) implements Objective {
  @Override
  public LossSum of(Pass pass, NDManager manager, SequenceBatch batch) {
    EncoderDecoder.Memory memory =
        network.encode(
            pass,
            BatchArrays.ids(manager, batch.source()),
            BatchArrays.mask(manager, batch.source()));
    NDArray states =
        network.states(
            pass,
            memory,
            BatchArrays.ids(manager, batch.decoderInput()),
            BatchArrays.positions(manager, batch.labels()));
    return loss.at(pass.step())
        .of(pass, states, network.output(pass), BatchArrays.flat(manager, batch.labels()));
  }

  @Override
  public Map<String, NDArray> parameters() {
    return loss.parameters();
  }
}
