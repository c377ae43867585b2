package gloss.batch;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Exchanges some neighbours among the source's ids, so that a network learns not to rely on their
 * order alone (Artetxe et al. 2018, section 3.3). Which ones depends on the seed, the epoch and the
 * line alone.
 *
 * @param share how probable it is for an id to change places with the next one; one that has been
 *     exchanged stays where it is
 */
public record WordSwap(double share, long seed) {
  /** The pairs as an epoch sees them. */
  public SequencePairs apply(SequencePairs pairs, int epoch) {
    if (share == 0) {
      return pairs;
    }
    int[][] sources = new int[pairs.size()][];
    for (int i = 0; i < pairs.size(); i++) {
      sources[i] = swapped(pairs.sources()[i].clone(), random(epoch, pairs.lines()[i]));
    }
    return new SequencePairs(sources, pairs.targets(), pairs.lines());
  }

  private int[] swapped(int[] ids, RandomGenerator random) {
    for (int i = 0; i + 1 < ids.length; i++) {
      if (random.nextDouble() < share) {
        int id = ids[i];
        ids[i] = ids[i + 1];
        ids[i + 1] = id;
        i++;
      }
    }
    return ids;
  }

  /** Other numbers than those of {@link WordDropout}, which may change the same line. */
  private RandomGenerator random(int epoch, int line) {
    long ofSeed = new SplittableRandom(seed + 0x5ca1ab1eL).nextLong();
    return new SplittableRandom(ofSeed + ((long) epoch << Integer.SIZE) + line);
  }
}
