package gloss.score.significance;

import gloss.score.Score;
import gloss.score.Signature;
import gloss.score.parallel.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The paired bootstrap: Koehn (2004), "Statistical significance tests for machine translation
 * evaluation", EMNLP; two-sided, as Moses and sacreBLEU do it.
 *
 * <p>All systems are scored on the same resamples. The p-value is the share of resamples whose
 * difference to the baseline, less the mean of these differences, is larger than the real one,
 * counting one more on both sides.
 *
 * @param samples how many resamples; 1000 is usual
 * @param seed where the generator starts
 * @param runner where the trials are done; without influence on the result
 */
public record PairedBootstrap(int samples, Seed seed, TrialRunner runner) implements PairedTest {
  /** Checks the number of samples. */
  public PairedBootstrap {
    Samples.check(samples);
  }

  /** With the usual seed, on all cores. */
  public PairedBootstrap(int samples) {
    this(samples, Seed.DEFAULT, TrialRunner.threads(Pipeline.allCores()));
  }

  @Override
  public <E> List<Comparison> compare(List<Evaluation<E>> systems) {
    List<Distribution> resampled = Resampling.bootstrap(systems, seed.generator(), samples, runner);
    Signature signature =
        Signature.empty().with("bs", "bs", samples).with("seed", "rs", seed.name());
    Score baseline = systems.get(0).score();
    List<Comparison> comparisons = new ArrayList<>();
    for (int s = 0; s < systems.size(); s++) {
      Distribution scores = resampled.get(s);
      Score score = systems.get(s).score();
      double difference = Math.abs(baseline.value() - score.value());
      OptionalDouble p =
          s == 0
              ? OptionalDouble.empty()
              : OptionalDouble.of(
                  scores.distanceTo(resampled.get(0)).centred().shareAbove(difference));
      comparisons.add(new Comparison(score.with(scores.confidence(), signature), p));
    }
    return comparisons;
  }
}
