package gloss.batch;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Replaces some of the source's ids by that of an unknown word, so that a network learns not to
 * rely on each of them (Gal and Ghahramani 2016). Which ones depends on the seed, the epoch and the
 * line alone.
 *
 * @param share of the ids that are replaced
 * @param unknown what they are replaced by
 */
public record WordDropout(double share, int unknown, long seed) {
  /** The pairs as an epoch sees them. */
  public SequencePairs apply(SequencePairs pairs, int epoch) {
    if (share == 0) {
      return pairs;
    }
    int[][] sources = new int[pairs.size()][];
    for (int i = 0; i < pairs.size(); i++) {
      sources[i] = replaced(pairs.sources()[i], random(epoch, pairs.lines()[i]));
    }
    return new SequencePairs(sources, pairs.targets(), pairs.lines());
  }

  private int[] replaced(int[] ids, RandomGenerator random) {
    return Arrays.stream(ids).map(id -> random.nextDouble() < share ? unknown : id).toArray();
  }

  /** SplittableRandom mixes its seed well, so neighbours need no more than different ones. */
  private RandomGenerator random(int epoch, int line) {
    long ofSeed = new SplittableRandom(~seed).nextLong();
    return new SplittableRandom(ofSeed + ((long) epoch << Integer.SIZE) + line);
  }
}
