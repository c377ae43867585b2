package gloss.score.significance;

import gloss.score.Signature;
import gloss.score.parallel.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The paired permutation test (Fisher 1935; Good 2005, "Permutation, Parametric and Bootstrap Tests
 * of Hypotheses"): in every trial each example is exchanged between system and baseline with
 * probability 1/2, and
 *
 * <pre>p = (1 + trials whose difference is as large as the real one, or larger) / (1 + trials)
 * </pre>
 *
 * <p>Unlike {@link ApproximateRandomization}, which does as sacreBLEU does, it counts trials with
 * the very same difference. Of accuracy there are many: where two systems differ in one example
 * alone, every trial has it, and p is 1. For accuracy the test tends to McNemar's exact one.
 *
 * @param trials how many; the smallest p is 1 / (1 + trials)
 * @param seed where the generator starts
 * @param runner where the trials are done; without influence on the result
 */
public record PairedPermutation(int trials, Seed seed, TrialRunner runner) implements PairedTest {
  /** Differences that are equal but for rounding count as equal. */
  private static final double ROUNDING = 1e-9;

  /** Checks the number of trials. */
  public PairedPermutation {
    Samples.check(trials);
  }

  /** With the usual seed, on all cores. */
  public PairedPermutation(int trials) {
    this(trials, Seed.DEFAULT, TrialRunner.threads(Pipeline.allCores()));
  }

  @Override
  public <E> List<Comparison> compare(List<Evaluation<E>> systems) {
    List<Number[]> differences = runner.run(Trial.EXCHANGE, trials, systems, seed.generator());
    Signature signature =
        Signature.empty().with("pp", "pp", trials).with("seed", "rs", seed.name());
    double baseline = systems.get(0).score().value();
    List<Comparison> comparisons = new ArrayList<>();
    for (int s = 0; s < systems.size(); s++) {
      int system = s;
      double real = Math.abs(systems.get(s).score().value() - baseline);
      long asLarge =
          differences.stream()
              .filter(trial -> trial[system].doubleValue() >= real * (1 - ROUNDING))
              .count();
      comparisons.add(
          new Comparison(
              systems.get(s).score().with(signature),
              s == 0 ? OptionalDouble.empty() : OptionalDouble.of((1.0 + asLarge) / (1 + trials))));
    }
    return comparisons;
  }
}
