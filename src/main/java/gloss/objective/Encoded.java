package gloss.objective;

import ai.djl.ndarray.NDManager;
import gloss.batch.SequenceBatch;
import gloss.nn.BatchArrays;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import gloss.nn.SequenceNetwork;

/** What a network has read of the sources of a batch. */
final class Encoded {
  private Encoded() {}

  static EncoderDecoder.Memory sources(
      SequenceNetwork network, Pass pass, NDManager manager, SequenceBatch batch) {
    return network.encode(
        pass, BatchArrays.ids(manager, batch.source()), BatchArrays.mask(manager, batch.source()));
  }
}
