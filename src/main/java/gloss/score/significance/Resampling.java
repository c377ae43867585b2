package gloss.score.significance;

import gloss.score.Metric;
import gloss.score.SinglePrecision;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;

/** Scores of many bootstrap resamples, the same resamples for all systems. */
final class Resampling {
  /** Whole numbers up to here are exact in single precision, in whatever order they are added. */
  private static final double EXACT = 1 << 24;

  private Resampling() {}

  /** One distribution of {@code samples} scores for every system. */
  static <E> List<Distribution> bootstrap(
      List<Evaluation<E>> systems, Pcg64 generator, int samples, TrialRunner runner) {
    List<List<Number>> scores = new ArrayList<>();
    systems.forEach(system -> scores.add(new ArrayList<>(samples)));
    for (Number[] row : runner.run(Trial.RESAMPLE, samples, systems, generator)) {
      for (int s = 0; s < row.length; s++) {
        scores.get(s).add(row[s]);
      }
    }
    return scores.stream().map(Distribution::of).toList();
  }

  /** Checks that all systems have the same number of examples, above none; returns it. */
  static <E> int sealedSize(List<Evaluation<E>> systems) {
    int size = systems.get(0).table().rows();
    for (Evaluation<E> system : systems) {
      if (system.table().rows() != size || size == 0) {
        throw new InputException(
            "systems can only be compared on the same segments, at least one: "
                + size
                + " and "
                + system.table().rows()
                + " were given");
      }
      system.table().seal();
    }
    return size;
  }

  /** The scores of the examples drawn, given in the order in which they were drawn. */
  static <E> Number[] scores(List<Evaluation<E>> systems, int[] indices) {
    int[] weights = weights(indices);
    Number[] scores = new Number[systems.size()];
    for (int s = 0; s < scores.length; s++) {
      Metric<E> metric = systems.get(s).metric();
      StatisticsTable table = systems.get(s).table();
      scores[s] =
          metric instanceof SinglePrecision single
              ? single.resampled(singleSums(table, weights, indices))
              : (Number) metric.breakdown(table.weighted(weights)).value();
    }
    return scores;
  }

  /** How often each example was drawn. */
  private static int[] weights(int[] indices) {
    int[] weights = new int[indices.length];
    for (int index : indices) {
      weights[index]++;
    }
    return weights;
  }

  /** What NumPy gets by adding the rows one after the other in single precision. */
  private static float[] singleSums(StatisticsTable table, int[] weights, int[] indices) {
    if (!table.isWhole()) {
      return table.inSinglePrecision(indices);
    }
    double[] exact = table.weighted(weights);
    float[] sums = new float[exact.length];
    for (int i = 0; i < sums.length; i++) {
      if (exact[i] > EXACT) {
        return table.inSinglePrecision(indices);
      }
      sums[i] = (float) exact[i];
    }
    return sums;
  }
}
