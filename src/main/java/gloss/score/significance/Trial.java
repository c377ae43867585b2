package gloss.score.significance;

import gloss.score.Metric;
import gloss.score.SinglePrecision;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is done again and again to find out by how much scores vary by chance: random numbers are
 * drawn, {@code (examples)}, and give one number for every system.
 */
public enum Trial {
  /** Draws as many examples as there are, with replacement; the number is the score of these. */
  RESAMPLE {
    @Override
    Supplier<int[]> draws(Pcg64 generator, int size) {
      return () -> {
        int[] indices = new int[size];
        for (int i = 0; i < size; i++) {
          indices[i] = generator.nextBelow(size);
        }
        return indices;
      };
    }

    @Override
    public void skip(Pcg64 generator, int size, int trials) {
      for (long i = 0; i < (long) size * trials; i++) {
        generator.nextBelow(size);
      }
    }

    @Override
    <E> Number[] score(List<Evaluation<E>> systems, int[] draw) {
      return Resampling.scores(systems, draw);
    }
  },

  /**
   * Exchanges each example between system and baseline with probability 1/2; the number is the
   * absolute difference between the two mixtures, for the baseline itself 0.
   */
  EXCHANGE {
    @Override
    Supplier<int[]> draws(Pcg64 generator, int size) {
      Pcg64.Bits bits = generator.bits();
      return () -> {
        int[] selection = new int[size];
        for (int i = 0; i < size; i++) {
          selection[i] = bits.next();
        }
        return selection;
      };
    }

    @Override
    public void skip(Pcg64 generator, int size, int trials) {
      generator.skipInts(((long) size * trials + Integer.SIZE - 1) / Integer.SIZE);
    }

    @Override
    <E> Number[] score(List<Evaluation<E>> systems, int[] draw) {
      return differences(systems, draw);
    }
  };

  /** The draws of one trial after the other. */
  abstract Supplier<int[]> draws(Pcg64 generator, int size);

  /**
   * Moves the generator behind so many trials on {@code size} examples. Where others are to follow,
   * their number must be a multiple of {@link #STRIDE}.
   */
  public abstract void skip(Pcg64 generator, int size, int trials);

  /** One number for every system. */
  abstract <E> Number[] score(List<Evaluation<E>> systems, int[] draw);

  /** After so many trials, whatever the kind, no random bit is half used. */
  public static final int STRIDE = 32;

  private static <E> Number[] differences(List<Evaluation<E>> systems, int[] selection) {
    Evaluation<E> baseline = systems.get(0);
    double[] all = baseline.sum().sums();
    double[] selected = baseline.table().weighted(selection);
    Number[] differences = new Number[systems.size()];
    differences[0] = 0.0;
    for (int s = 1; s < differences.length; s++) {
      double[] theirs = systems.get(s).sum().sums();
      double[] theirSelected = systems.get(s).table().weighted(selection);
      double[] a = new double[all.length];
      double[] b = new double[all.length];
      for (int i = 0; i < all.length; i++) {
        a[i] = selected[i] + (theirs[i] - theirSelected[i]);
        b[i] = theirSelected[i] + (all[i] - selected[i]);
      }
      Metric<E> metric = baseline.metric();
      differences[s] = Math.abs(value(metric, a) - value(metric, b));
    }
    return differences;
  }

  private static double value(Metric<?> metric, double[] sums) {
    return metric instanceof SinglePrecision single
        ? single.shuffled(sums)
        : metric.breakdown(sums).value();
  }
}
