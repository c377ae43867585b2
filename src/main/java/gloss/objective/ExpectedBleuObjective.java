package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.batch.PaddedBatch;
import gloss.batch.SequenceBatch;
import gloss.loss.ExpectedBleu;
import gloss.loss.LossSum;
import gloss.nn.BatchArrays;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import gloss.nn.SequenceNetwork;
import gloss.recipe.RiskRecipe;
import gloss.subword.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link ExpectedBleu} of what the decoder predicts while it reads its own greedy output, or the
 * reference. A line counts as much as its reference is long.
 *
 * @param bleu the loss
 * @param writer of what the decoder reads: one output for each source
 */
record ExpectedBleuObjective(SequenceNetwork network, ExpectedBleu bleu, Writer writer)
    implements Objective {
  static Objective of(SequenceModel model, RiskRecipe.ExpectedBleu recipe) {
    Writer writer =
        switch (recipe.reading()) {
          case GREEDY -> OutputSearch.beam(model, 1);
          case REFERENCE -> new ReferenceWriter(model.network());
        };
    return new ExpectedBleuObjective(model.network(), new ExpectedBleu(recipe.order()), writer);
  }

  @Override
  public LossSum of(Pass pass, NDManager manager, SequenceBatch batch) {
    int[][] labels =
        writer.write(manager, batch.pairs(), pass.step()).stream()
            .map(outputs -> outputs.get(0).labels())
            .map(written -> written.length > 0 ? written : new int[] {Vocabulary.EOS})
            .toArray(int[][]::new);
    PaddedBatch written = PaddedBatch.of(labels, Vocabulary.PAD);
    EncoderDecoder.Memory memory = Encoded.sources(network, pass, manager, batch);
    NDArray logits =
        network.logits(
            pass,
            memory,
            BatchArrays.ids(manager, Likelihood.read(labels)),
            BatchArrays.positions(manager, written));
    List<ExpectedBleu.Line> lines = new ArrayList<>();
    for (int row = 0; row < labels.length; row++) {
      int[] reference = batch.pairs().targets()[row];
      lines.add(new ExpectedBleu.Line(labels[row].length, words(labels[row]), reference));
    }
    return bleu.of(logits, lines);
  }

  private static int words(int[] labels) {
    return labels[labels.length - 1] == Vocabulary.EOS ? labels.length - 1 : labels.length;
  }
}
