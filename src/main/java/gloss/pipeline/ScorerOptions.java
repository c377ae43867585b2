package gloss.pipeline;

import gloss.score.significance.ApproximateRandomization;
import gloss.score.significance.Bootstrap;
import gloss.score.significance.PairedBootstrap;
import gloss.score.significance.PairedTest;
import gloss.score.significance.Seed;
import gloss.score.significance.TrialRunner;
import gloss.text.InputException;
import java.util.List;

/**
 * What a {@link Scorer} measures, and how it tells whether a difference is real.
 *
 * @param metrics names as in {@code gloss score -m}: {@code bleu}, {@code chrf}, {@code ter}, …
 * @param test how systems are compared
 * @param samples resamples or trials; 0: scores without intervals and p-values
 * @param seed where resampling starts
 * @param threads how many threads resample; without influence on the result
 */
public record ScorerOptions(List<String> metrics, Test test, int samples, long seed, int threads) {
  private static final List<String> USUAL = List.of("bleu", "chrf");
  private static final int USUAL_SAMPLES = 1000;

  /** A paired test. */
  public enum Test {
    /** {@link PairedBootstrap}. */
    BOOTSTRAP,
    /** {@link ApproximateRandomization}. */
    RANDOMIZATION
  }

  /** Copies the names and checks the numbers. */
  public ScorerOptions {
    metrics = List.copyOf(metrics);
    if (metrics.isEmpty()) {
      throw new InputException("no metric is given");
    }
    if (samples < 0 || seed < 0 || threads < 1) {
      throw new InputException(
          "samples and seed must be 0 or more, and threads 1 or more, but they are "
              + samples
              + ", "
              + seed
              + " and "
              + threads);
    }
  }

  /** BLEU and chrF, compared by the paired bootstrap with sacreBLEU's seed, on one thread. */
  public static ScorerOptions defaults() {
    return new ScorerOptions(
        USUAL, Test.BOOTSTRAP, USUAL_SAMPLES, Long.parseLong(Seed.DEFAULT.name()), 1);
  }

  /** The same with other metrics. */
  public ScorerOptions withMetrics(List<String> names) {
    return new ScorerOptions(names, test, samples, seed, threads);
  }

  /** The same with another test; see {@link #samples}. */
  public ScorerOptions withTest(Test other, int times) {
    return new ScorerOptions(metrics, other, times, seed, threads);
  }

  Bootstrap interval() {
    return new Bootstrap(samples, Seed.of(seed), TrialRunner.threads(threads));
  }

  PairedTest pairedTest() {
    return switch (test) {
      case BOOTSTRAP -> new PairedBootstrap(samples, Seed.of(seed), TrialRunner.threads(threads));
      case RANDOMIZATION ->
          new ApproximateRandomization(samples, 0, Seed.of(seed), TrialRunner.threads(threads));
    };
  }
}
