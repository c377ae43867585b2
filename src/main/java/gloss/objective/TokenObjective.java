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
public record TokenObjective(SequenceNetwork network, Loss loss) implements TeacherForcing {
  @Override
  public LossSum of(Pass pass, NDManager manager, SequenceBatch batch) {
    if (network instanceof EncoderDecoder layered) {
      return loss.at(pass.step())
          .of(
              pass,
              layered.states(
                  pass,
                  Encoded.sources(network, pass, manager, batch),
                  BatchArrays.ids(manager, batch.decoderInput()),
                  BatchArrays.positions(manager, batch.labels())),
              layered.output(pass),
              BatchArrays.flat(manager, batch.labels()));
    }
    return tell(pass, manager, batch).loss();
  }

  @Override
  public Told tell(Pass pass, NDManager manager, SequenceBatch batch) {
    NDArray logits =
        network.logits(
            pass,
            Encoded.sources(network, pass, manager, batch),
            BatchArrays.ids(manager, batch.decoderInput()),
            BatchArrays.positions(manager, batch.labels()));
    NDArray labels = BatchArrays.flat(manager, batch.labels());
    return new Told(loss.at(pass.step()).of(logits, labels), logits);
  }

  @Override
  public Map<String, NDArray> parameters() {
    return loss.parameters();
  }
}
