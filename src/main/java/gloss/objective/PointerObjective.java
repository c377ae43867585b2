package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.batch.SequenceBatch;
import gloss.loss.LossSum;
import gloss.loss.PointerLoss;
import gloss.nn.BatchArrays;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import gloss.nn.pointer.PointerNetwork;

/**
 * Teacher forcing of a network that makes words or copies them.
 *
 * @param loss of the words
 * @param weights what lines count
 */
public record PointerObjective(PointerNetwork network, PointerLoss loss, LineWeights weights)
    implements TeacherForcing {
  @Override
  public LossSum of(Pass pass, NDManager manager, SequenceBatch batch) {
    EncoderDecoder.Memory memory = Encoded.sources(network, pass, manager, batch);
    return loss(pass, manager, batch, choice(pass, memory, manager, batch));
  }

  @Override
  public Told tell(Pass pass, NDManager manager, SequenceBatch batch) {
    EncoderDecoder.Memory memory = Encoded.sources(network, pass, manager, batch);
    PointerNetwork.Choice choice = choice(pass, memory, manager, batch);
    return new Told(loss(pass, manager, batch, choice), network.logits(pass, choice, memory));
  }

  private PointerNetwork.Choice choice(
      Pass pass, EncoderDecoder.Memory memory, NDManager manager, SequenceBatch batch) {
    return network.choose(
        pass,
        memory,
        BatchArrays.ids(manager, batch.decoderInput()),
        BatchArrays.positions(manager, batch.labels()));
  }

  private LossSum loss(
      Pass pass, NDManager manager, SequenceBatch batch, PointerNetwork.Choice choice) {
    NDArray labels = BatchArrays.flat(manager, batch.labels());
    return loss.of(pass, network, choice, labels, manager.create(weights.ofTokens(batch)));
  }
}
