package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.batch.PaddedBatch;
import gloss.batch.SequenceBatch;
import gloss.batch.SortedBatches;
import gloss.loss.CrossEntropy;
import gloss.loss.LossSum;
import gloss.nn.BatchArrays;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import gloss.nn.SequenceNetwork;
import gloss.subword.Vocabulary;
import java.util.Arrays;
import java.util.List;

/**
 * {@code −Σ_i weight_i · ln P(y_i | x)}: the step that makes some outputs likelier, others less.
 */
record Likelihood(SequenceNetwork network) {
  /** Labels, with their padding, that go through the decoder side by side. */
  private static final int TOKENS_AT_ONCE = 4096;

  /**
   * The sum over some outputs, with gradient; at least one.
   *
   * @param sources the batch that the outputs' rows count in
   */
  NDArray of(Pass pass, NDManager manager, SequenceBatch sources, List<WeightedOutput> outputs) {
    EncoderDecoder.Memory memory = Encoded.sources(network, pass, manager, sources);
    int[] lengths = outputs.stream().mapToInt(output -> output.labels().length).toArray();
    NDArray sum = null;
    for (int[] indices : SortedBatches.of(lengths, TOKENS_AT_ONCE).indices()) {
      List<WeightedOutput> some = Arrays.stream(indices).mapToObj(outputs::get).toList();
      NDArray part = part(pass, manager, memory, some);
      sum = sum == null ? part : sum.add(part);
    }
    if (sum == null) {
      throw new IllegalArgumentException("no output");
    }
    return sum;
  }

  private NDArray part(
      Pass pass, NDManager manager, EncoderDecoder.Memory memory, List<WeightedOutput> outputs) {
    long[] rows = outputs.stream().mapToLong(WeightedOutput::row).toArray();
    int[][] labels = outputs.stream().map(WeightedOutput::labels).toArray(int[][]::new);
    PaddedBatch written = PaddedBatch.of(labels, Vocabulary.PAD);
    EncoderDecoder.Memory sources = memory.select(manager.create(rows));
    NDArray read = BatchArrays.ids(manager, read(labels));
    NDArray positions = BatchArrays.positions(manager, written);
    NDArray flat = BatchArrays.flat(manager, written);
    NDArray counts = manager.create(weights(outputs));
    CrossEntropy likelihood = new CrossEntropy(0);
    LossSum sum =
        network instanceof EncoderDecoder layered
            ? likelihood.of(
                pass,
                layered.states(pass, sources, read, positions),
                layered.output(pass),
                flat,
                counts)
            : likelihood.of(network.logits(pass, sources, read, positions), flat, counts);
    return sum.sum();
  }

  /** What the decoder has read before each label; no row is empty. */
  static PaddedBatch read(int[][] labels) {
    return PaddedBatch.of(
        Arrays.stream(labels).map(Likelihood::shifted).toArray(int[][]::new), Vocabulary.PAD);
  }

  private static int[] shifted(int[] labels) {
    int[] read = new int[labels.length];
    read[0] = Vocabulary.BOS;
    System.arraycopy(labels, 0, read, 1, labels.length - 1);
    return read;
  }

  private static float[] weights(List<WeightedOutput> outputs) {
    float[] weights = new float[outputs.stream().mapToInt(output -> output.labels().length).sum()];
    int n = 0;
    for (WeightedOutput output : outputs) {
      Arrays.fill(weights, n, n + output.labels().length, (float) output.weight());
      n += output.labels().length;
    }
    return weights;
  }
}
