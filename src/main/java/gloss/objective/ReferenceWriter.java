package gloss.objective;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import gloss.batch.SequenceBatch;
import gloss.batch.SequencePairs;
import gloss.decode.ForcedScores;
import gloss.nn.BatchArrays;
import gloss.nn.NoGradients;
import gloss.nn.Pass;
import gloss.nn.SequenceNetwork;
import java.util.ArrayList;
import java.util.List;

/** Writes what should be written. */
record ReferenceWriter(SequenceNetwork network) implements Writer {
  @Override
  public List<List<Output>> write(NDManager manager, SequencePairs pairs, long step) {
    SequenceBatch batch = SequenceBatch.of(pairs, SequenceModel.SPECIALS);
    float[] logProbabilities;
    try (NoGradients inference = new NoGradients();
        NDManager scope = manager.newSubManager()) {
      logProbabilities =
          ForcedScores.of(
              List.of(network),
              new Pass(new ParameterStore(scope, false), false),
              BatchArrays.ids(scope, batch.source()),
              BatchArrays.mask(scope, batch.source()),
              new ForcedScores.Targets(
                  BatchArrays.ids(scope, batch.decoderInput()),
                  BatchArrays.flat(scope, batch.labels()),
                  BatchArrays.positions(scope, batch.labels())));
    }
    List<List<Output>> references = new ArrayList<>();
    int from = 0;
    for (int row = 0; row < pairs.size(); row++) {
      int[] labels = batch.labels().sequence(row);
      double sum = 0;
      for (int i = 0; i < labels.length; i++) {
        sum += logProbabilities[from + i];
      }
      references.add(List.of(new Output(labels, sum)));
      from += labels.length;
    }
    return references;
  }
}
