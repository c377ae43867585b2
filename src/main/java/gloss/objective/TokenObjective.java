package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.batch.SequenceBatch;
import gloss.loss.Loss;
import gloss.loss.LossSum;
import gloss.nn.BatchArrays;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import gloss.nn.SequenceNetwork;
import java.util.Map;

/**
 * Teacher forcing: each token of the target is predicted from the source and the tokens before it.
 *
 * @param loss of the tokens
 */
public record TokenObjective(SequenceNetwork network, Loss loss) implements Objective {
  @Override
  public LossSum of(Pass pass, NDManager manager, SequenceBatch batch) {
    EncoderDecoder.Memory memory =
        network.encode(
            pass,
            BatchArrays.ids(manager, batch.source()),
            BatchArrays.mask(manager, batch.source()));
    NDArray read = BatchArrays.ids(manager, batch.decoderInput());
    NDArray positions = BatchArrays.positions(manager, batch.labels());
    NDArray labels = BatchArrays.flat(manager, batch.labels());
    Loss now = loss.at(pass.step());
    return network instanceof EncoderDecoder layered
        ? now.of(pass, layered.states(pass, memory, read, positions), layered.output(pass), labels)
        : now.of(network.logits(pass, memory, read, positions), labels);
  }

  @Override
  public Map<String, NDArray> parameters() {
    return loss.parameters();
  }
}
