package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.batch.SequenceBatch;
import gloss.batch.SequencePairs;
import gloss.loss.Loss;
import gloss.loss.LossSum;
import gloss.loss.RDrop;
import gloss.nn.BatchArrays;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import gloss.nn.SequenceNetwork;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Two passes in one: every pair is in the batch twice, each row has dropout of its own, and both
 * are to agree; see {@link RDrop}.
 *
 * @param loss of the tokens
 */
public record RDropObjective(SequenceNetwork network, Loss loss, RDrop drop) implements Objective {
  @Override
  public LossSum of(Pass pass, NDManager manager, SequenceBatch batch) {
    SequencePairs pairs = batch.pairs();
    int[] twice = IntStream.range(0, 2 * pairs.size()).map(row -> row % pairs.size()).toArray();
    SequenceBatch both = SequenceBatch.of(pairs.select(twice), SequenceModel.SPECIALS);
    EncoderDecoder.Memory memory = Encoded.sources(network, pass, manager, both);
    NDArray logits =
        network.logits(
            pass,
            memory,
            BatchArrays.ids(manager, both.decoderInput()),
            BatchArrays.positions(manager, both.labels()));
    LossSum sum = loss.at(pass.step()).of(logits, BatchArrays.flat(manager, both.labels()));
    return drop.of(sum, logits);
  }

  @Override
  public Map<String, NDArray> parameters() {
    return loss.parameters();
  }
}
