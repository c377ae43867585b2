package gloss.batch;

import gloss.recipe.CurriculumRecipe;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Competence-based curriculum learning (Platanios et al. 2019, Competence-based Curriculum Learning
 * for Neural Machine Translation): training begins with the easiest pairs, and more come in as the
 * network grows competent. In epoch e all pairs are there whose difficulty is among the lowest
 *
 * <pre>c(e) = min(1, √((e − 1) (1 − c₀²) / E + c₀²))</pre>
 *
 * <p>of all, for a first competence c₀ and E epochs; an epoch is a pass over the pairs that are
 * there, so the first ones are short. Competence is that of the epoch and not of the step, so that
 * the epoch and the number of the batch say all about a batch. Where the text does not fit in the
 * buffer of {@link EpochBatches}, each part has its own easiest pairs.
 */
public final class Curriculum {
  private final CurriculumRecipe recipe;
  private final ToDoubleFunction<int[]> difficulty;

  /**
   * A curriculum with a measure of its own.
   *
   * @param difficulty of a source
   */
  Curriculum(CurriculumRecipe recipe, ToDoubleFunction<int[]> difficulty) {
    this.recipe = recipe;
    this.difficulty = difficulty;
  }

  /** The curriculum that a recipe asks for; rarity is that in a file of pairs. */
  public static Curriculum of(CurriculumRecipe recipe, PairFile file) throws IOException {
    return recipe.epochs() > 0 && recipe.difficulty() == CurriculumRecipe.Difficulty.RARITY
        ? new Curriculum(recipe, rarity(file))
        : new Curriculum(recipe, source -> source.length);
  }

  private static ToDoubleFunction<int[]> rarity(PairFile file) throws IOException {
    long[] counts = new long[1 << 12];
    for (int block = 0; block < file.blocks(); block++) {
      for (int[] source : file.read(new int[] {block}).sources()) {
        for (int id : source) {
          if (id >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(2 * counts.length, id + 1));
          }
          counts[id]++;
        }
      }
    }
    double all = Arrays.stream(counts).sum();
    double[] surprises =
        Arrays.stream(counts).mapToDouble(count -> -Math.log(Math.max(count, 1) / all)).toArray();
    // BPE-dropout makes subwords that the file has not: they are as rare as can be.
    double unseen = Math.log(all);
    return source ->
        Arrays.stream(source)
            .mapToDouble(id -> id < surprises.length ? surprises[id] : unseen)
            .sum();
  }

  /** Which share of the pairs an epoch has, from 1. */
  double competence(int epoch) {
    if (epoch > recipe.epochs()) {
      return 1;
    }
    double first = recipe.start() * recipe.start();
    return Math.sqrt((epoch - 1) * (1 - first) / recipe.epochs() + first);
  }

  /** The pairs that an epoch has, in the order that they have; never none of some. */
  public SequencePairs apply(SequencePairs pairs, int epoch) {
    int most = (int) Math.ceil(competence(epoch) * pairs.size());
    if (most >= pairs.size()) {
      return pairs;
    }
    double[] difficulties = Arrays.stream(pairs.sources()).mapToDouble(difficulty).toArray();
    return pairs.select(
        IntStream.range(0, pairs.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> difficulties[i]))
            .limit(most)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray());
  }
}
