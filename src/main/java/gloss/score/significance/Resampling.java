package gloss.score.significance;

import gloss.score.Metric;
import gloss.score.SinglePrecision;
import gloss.score.parallel.Pipeline;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Scores of many bootstrap resamples, the same resamples for all systems. */
final class Resampling {
  /** Whole numbers up to here are exact in single precision, in whatever order they are added. */
  private static final double EXACT = 1 << 24;

  private Resampling() {}

  /** The examples of one resample, in the order in which they were drawn. */
  private static final class Resample {
    private final int[] indices;

    private Resample(int[] indices) {
      this.indices = indices;
    }

    static Resample draw(Pcg64 generator, int size) {
      int[] indices = new int[size];
      for (int i = 0; i < size; i++) {
        indices[i] = generator.nextBelow(size);
      }
      return new Resample(indices);
    }

    /** How often each example was drawn. */
    int[] weights() {
      int[] weights = new int[indices.length];
      for (int index : indices) {
        weights[index]++;
      }
      return weights;
    }
  }

  /** One distribution of {@code samples} scores for every system. */
  static <E> List<Distribution> bootstrap(
      List<Evaluation<E>> systems, Pcg64 generator, int samples, int threads) {
    int size = sealedSize(systems);
    List<List<Number>> scores = new ArrayList<>();
    systems.forEach(system -> scores.add(new ArrayList<>(samples)));
    Pipeline.run(
        threads,
        times(samples, () -> Resample.draw(generator, size)),
        resample -> scores(systems, resample),
        numbers -> {
          for (int s = 0; s < numbers.length; s++) {
            scores.get(s).add(numbers[s]);
          }
        });
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

  /** A source of so many items. */
  static <I> Pipeline.Source<I> times(int count, Supplier<I> supplier) {
    return new Pipeline.Source<>() {
      private int left = count;

      @Override
      public @Nullable I next() {
        return left-- > 0 ? supplier.get() : null;
      }
    };
  }

  private static <E> Number[] scores(List<Evaluation<E>> systems, Resample resample) {
    int[] weights = resample.weights();
    Number[] scores = new Number[systems.size()];
    for (int s = 0; s < scores.length; s++) {
      Metric<E> metric = systems.get(s).metric();
      StatisticsTable table = systems.get(s).table();
      scores[s] =
          metric instanceof SinglePrecision single
              ? single.resampled(singleSums(table, weights, resample.indices))
              : (Number) metric.breakdown(table.weighted(weights)).value();
    }
    return scores;
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
