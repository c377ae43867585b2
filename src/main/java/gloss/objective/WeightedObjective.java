package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.batch.SequenceBatch;
import gloss.loss.CrossEntropy;
import gloss.loss.LossSum;
import gloss.nn.BatchArrays;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import gloss.nn.SequenceNetwork;

/** Teacher forcing, where some lines count more than others; see {@link LineWeights}. */
public record WeightedObjective(SequenceNetwork network, CrossEntropy loss, LineWeights weights)
    implements TeacherForcing {
  @Override
  public LossSum of(Pass pass, NDManager manager, SequenceBatch batch) {
    if (network instanceof EncoderDecoder layered) {
      return loss.of(
          pass,
          layered.states(
              pass,
              Encoded.sources(network, pass, manager, batch),
              BatchArrays.ids(manager, batch.decoderInput()),
              BatchArrays.positions(manager, batch.labels())),
          layered.output(pass),
          BatchArrays.flat(manager, batch.labels()),
          manager.create(weights.ofTokens(batch)));
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
    return new Told(loss.of(logits, labels, manager.create(weights.ofTokens(batch))), logits);
  }
}
