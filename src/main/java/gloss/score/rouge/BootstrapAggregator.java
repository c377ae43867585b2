package gloss.score.rouge;

import gloss.score.Decimals;
import gloss.score.Segment;
import gloss.score.Signature;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The confidence intervals of {@code rouge_score}'s own aggregator: means of segments drawn with
 * replacement, then percentiles of these means; equal to it, NumPy's global generator seeded just
 * before.
 *
 * <p>All metrics draw from one generator, one after the other, so that their order matters. Without
 * a seed of its own the original gives other numbers on every run.
 *
 * @param confidence how much of the means lies within the interval, between 0 and 1; 0.95 is usual
 * @param samples how many means are drawn; 1000 is usual
 * @param seed where the generator starts, 0 to 2^32 − 1
 */
public record BootstrapAggregator(double confidence, int samples, long seed) {
  /** Checks the settings. */
  public BootstrapAggregator {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new InputException("a confidence must be between 0 and 1, but is " + confidence);
    }
    if (samples < 1) {
      throw new InputException("the number of samples must be 1 or more, but is " + samples);
    }
    if (seed < 0 || seed >= 1L << 32) {
      throw new InputException("a seed must be between 0 and 2^32 - 1, but is " + seed);
    }
  }

  /** One interval per metric, by its name, in their order. */
  public Map<String, AggregateScore> aggregate(List<RougeMetric> metrics, List<Segment> segments) {
    if (segments.isEmpty()) {
      throw new InputException("nothing to score: there is no line");
    }
    MersenneTwister generator = new MersenneTwister(seed);
    Map<String, AggregateScore> aggregates = new LinkedHashMap<>();
    for (RougeMetric metric : metrics) {
      List<double[]> rows = new ArrayList<>(segments.size());
      segments.forEach(segment -> rows.add(metric.best(segment).toArray()));
      aggregates.put(metric.name(), interval(rows, generator, signature(metric)));
    }
    return aggregates;
  }

  private Signature signature(RougeMetric metric) {
    Signature own = metric.settings().signature("bootstrap-median");
    return own.with("ci", "ci", Decimals.shortest(confidence))
        .withResampling(Signature.empty().with("bs", "bs", samples).with("seed", "rs", seed))
        .and(Signature.program());
  }

  private AggregateScore interval(
      List<double[]> rows, MersenneTwister generator, Signature signature) {
    double[][] means = new double[3][samples];
    for (int s = 0; s < samples; s++) {
      double[] sum = new double[3];
      for (int i = 0; i < rows.size(); i++) {
        double[] row = rows.get(generator.nextBelow(rows.size()));
        for (int k = 0; k < 3; k++) {
          sum[k] += row[k];
        }
      }
      for (int k = 0; k < 3; k++) {
        means[k][s] = sum[k] / rows.size();
      }
    }
    double outside = (1 - confidence) / 2;
    Arrays.stream(means).forEach(Arrays::sort);
    return new AggregateScore(
        percentile(means, 100 * outside),
        percentile(means, 50),
        percentile(means, 100 * (1 - outside)),
        signature);
  }

  private static RougeScore percentile(double[][] sorted, double percent) {
    double fraction = percent / 100;
    return new RougeScore(
        quantile(sorted[0], fraction),
        quantile(sorted[1], fraction),
        quantile(sorted[2], fraction));
  }

  /** NumPy's linear interpolation, from the nearer of the two neighbours. */
  private static double quantile(double[] sorted, double fraction) {
    int last = sorted.length - 1;
    double place = last * fraction;
    int below = (int) Math.min(Math.floor(place), last);
    double a = sorted[below];
    double b = sorted[Math.min(below + 1, last)];
    double t = place - below;
    return t >= 0.5 ? b - (b - a) * (1 - t) : a + (b - a) * t;
  }
}
