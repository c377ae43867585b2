package gloss.task;

import gloss.batch.SequencePairs;
import gloss.corpus.LinePair;
import gloss.corpus.ParallelText;
import gloss.recipe.TranslationRecipe;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Pairs of lines as pairs of ids.
 *
 * @param dropout share of merges left out when pairs are cut again, see {@link
 *     gloss.subword.Subwords#encode(String, double, RandomGenerator)}
 * @param maxLength most ids on a side that training uses
 */
record PairEncoder(TokenizerPair tokenizers, double dropout, int maxLength, long seed) {
  PairEncoder(TokenizerPair tokenizers, TranslationRecipe recipe) {
    this(
        tokenizers,
        recipe.subwords().dropout(),
        recipe.batch().maxLength(),
        recipe.training().seed());
  }

  /** All pairs of a text. */
  SequencePairs encode(ParallelText text) {
    return SequencePairs.of(
        text.sources().stream().map(tokenizers.source()::encode).toArray(int[][]::new),
        text.targets().stream().map(tokenizers.target()::encode).toArray(int[][]::new));
  }

  /** Some pairs of a text. */
  SequencePairs encode(List<LinePair> pairs) {
    return new SequencePairs(
        pairs.stream().map(p -> tokenizers.source().encode(p.source())).toArray(int[][]::new),
        pairs.stream().map(p -> tokenizers.target().encode(p.target())).toArray(int[][]::new),
        pairs.stream().mapToInt(LinePair::line).toArray());
  }

  /**
   * The pairs cut anew with BPE-dropout: how depends on the seed, the epoch and the line alone. A
   * pair that would become too long stays as it is.
   */
  SequencePairs cutAgain(SequencePairs pairs, int epoch) {
    if (dropout == 0) {
      return pairs;
    }
    int[][] sources = new int[pairs.size()][];
    int[][] targets = new int[pairs.size()][];
    for (int i = 0; i < pairs.size(); i++) {
      RandomGenerator random = random(epoch, pairs.lines()[i]);
      int[] source = pairs.sources()[i];
      int[] target = pairs.targets()[i];
      sources[i] = tokenizers.source().encode(tokenizers.source().decode(source), dropout, random);
      targets[i] = tokenizers.target().encode(tokenizers.target().decode(target), dropout, random);
      if (Math.max(sources[i].length, targets[i].length) > maxLength) {
        sources[i] = source;
        targets[i] = target;
      }
    }
    return new SequencePairs(sources, targets, pairs.lines());
  }

  /** SplittableRandom mixes its seed well, so neighbours need no more than different ones. */
  private RandomGenerator random(int epoch, int line) {
    long ofSeed = new SplittableRandom(seed).nextLong();
    return new SplittableRandom(ofSeed + ((long) epoch << Integer.SIZE) + line);
  }
}
