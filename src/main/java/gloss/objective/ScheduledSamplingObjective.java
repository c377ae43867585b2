package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import gloss.batch.PaddedBatch;
import gloss.batch.SequenceBatch;
import gloss.loss.LossSum;
import gloss.nn.BatchArrays;
import gloss.nn.NoGradients;
import gloss.nn.Pass;
import gloss.nn.SequenceNetwork;
import gloss.recipe.ScheduledSamplingRecipe;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Scheduled sampling (Bengio et al. 2015), for decoders that see all places at once in two passes
 * (Mihaylova and Martins 2019, Scheduled Sampling for Transformers): the first reads the reference,
 * without dropout; in the second some of the words that are read are those that the first found
 * likeliest in their places, and the loss is that of the second. So the network learns to go on
 * from its own mistakes. How many are replaced grows from none to a share, step by step; which ones
 * depends on the seed, the step and the line alone. Marks such as the end are never read.
 *
 * @param tokens the loss of the second pass
 * @param words what ids mean
 */
record ScheduledSamplingObjective(
    SequenceNetwork network,
    Objective tokens,
    Wording words,
    ScheduledSamplingRecipe recipe,
    long seed)
    implements Objective {
  @Override
  public LossSum of(Pass pass, NDManager manager, SequenceBatch batch) {
    double share = recipe.share(pass.step());
    return tokens.of(
        pass, manager, share == 0 ? batch : mixed(batch, likeliest(manager, batch), share, pass));
  }

  /** The likeliest word at each label that is no padding, row after row. */
  private long[] likeliest(NDManager manager, SequenceBatch batch) {
    try (NoGradients inference = new NoGradients();
        NDManager scope = manager.newSubManager()) {
      Pass pass = new Pass(new ParameterStore(scope, false), false);
      return network
          .logits(
              pass,
              Encoded.sources(network, pass, scope, batch),
              BatchArrays.ids(scope, batch.decoderInput()),
              BatchArrays.positions(scope, batch.labels()))
          .argMax(1)
          .toLongArray();
    }
  }

  private SequenceBatch mixed(SequenceBatch batch, long[] likeliest, double share, Pass pass) {
    int[][] read = new int[batch.rows()][];
    int place = 0;
    for (int row = 0; row < read.length; row++) {
      read[row] = batch.decoderInput().sequence(row).clone();
      RandomGenerator random = random(pass.step(), batch.pairs().lines()[row]);
      for (int i = 1; i < read[row].length; i++) {
        int word = (int) likeliest[place + i - 1];
        if (random.nextDouble() < share && word >= words.specials()) {
          read[row][i] = word;
        }
      }
      place += batch.labels().lengths()[row];
    }
    PaddedBatch input = PaddedBatch.of(read, SequenceModel.SPECIALS.pad());
    return new SequenceBatch(batch.source(), input, batch.labels(), batch.pairs());
  }

  private RandomGenerator random(long step, int line) {
    long ofStep = new SplittableRandom(~seed).nextLong() + step;
    return new SplittableRandom(new SplittableRandom(ofStep).nextLong() + line);
  }

  @Override
  public Map<String, NDArray> parameters() {
    return tokens.parameters();
  }
}
