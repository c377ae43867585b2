package gloss.score.significance;

import gloss.score.Confidence;
import gloss.score.Score;
import gloss.score.Signature;
import gloss.score.parallel.Pipeline;
import java.util.List;

/**
 * The 95 % confidence interval of one system's score: Koehn (2004), "Statistical significance tests
 * for machine translation evaluation", EMNLP.
 *
 * <p>Segments are drawn with replacement, as many as there are, {@code samples} times; mean and
 * interval are those of the scores of these resamples.
 *
 * @param samples how many resamples; 1000 is usual
 * @param seed where the generator starts
 * @param runner where the trials are done; without influence on the result
 */
public record Bootstrap(int samples, Seed seed, TrialRunner runner) {
  /** Checks the number of samples. */
  public Bootstrap {
    Samples.check(samples);
  }

  /** With the usual seed, on all cores. */
  public Bootstrap(int samples) {
    this(samples, Seed.DEFAULT, TrialRunner.threads(Pipeline.allCores()));
  }

  /** The system's score with its interval. */
  public <E> Score confidence(Evaluation<E> system) {
    Distribution scores =
        Resampling.bootstrap(List.of(system), seed.generator(), samples, runner).get(0);
    Confidence interval = scores.confidenceOfOne();
    return system.score().with(interval, signature());
  }

  private Signature signature() {
    return Signature.empty().with("bs", "bs", samples).with("seed", "rs", seed.name());
  }
}
