package gloss.extract;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sentences joined by how like they are, and which of them stand in the middle: the weighted
 * PageRank (Brin and Page 1998; Mihalcea and Tarau 2004)
 *
 * <pre>s_i = (1 − d) / n + d · Σ_j s_j · w_ji / Σ_k w_jk        d = 0.85</pre>
 *
 * <p>found by iteration from s = 1/n. A sentence that is like no other hands its share to all.
 */
final class SentenceGraph {
  /** More sentences would take gigabytes; those after them are not read. */
  static final int MOST = 4000;

  private static final double DAMPING = 0.85;
  private static final double PRECISE = 1e-9;
  private static final int ITERATIONS = 200;

  private final float[][] weights;

  /** How like two sentences are, 0 or more; the same in both directions. */
  @FunctionalInterface
  interface Likeness {
    double of(int i, int j);
  }

  /** A graph of so many sentences, at most {@link #MOST}; none is joined with itself. */
  SentenceGraph(int size, Likeness likeness) {
    weights = new float[size][];
    for (int i = 0; i < size; i++) {
      weights[i] = new float[i];
      for (int j = 0; j < i; j++) {
        weights[i][j] = (float) likeness.of(i, j);
      }
    }
  }

  private double weight(int i, int j) {
    return i == j ? 0 : weights[Math.max(i, j)][Math.min(i, j)];
  }

  /** The scores s, with the sum 1. */
  double[] ranks() {
    int n = weights.length;
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        out[i] += weight(i, j);
      }
    }
    double[] ranks = IntStream.range(0, n).mapToDouble(i -> 1.0 / n).toArray();
    double change = 1;
    for (int step = 0; step < ITERATIONS && change > PRECISE; step++) {
      double[] next = next(ranks, out);
      change = IntStream.range(0, n).mapToDouble(i -> Math.abs(next[i] - ranks[i])).sum();
      System.arraycopy(next, 0, ranks, 0, n);
    }
    return ranks;
  }

  private double[] next(double[] ranks, double[] out) {
    int n = ranks.length;
    double alone = IntStream.range(0, n).filter(j -> out[j] == 0).mapToDouble(j -> ranks[j]).sum();
    double[] next = new double[n];
    for (int i = 0; i < n; i++) {
      double heard = alone / n;
      for (int j = 0; j < n; j++) {
        heard += out[j] == 0 ? 0 : ranks[j] * weight(i, j) / out[j];
      }
      next[i] = (1 - DAMPING) / n + DAMPING * heard;
    }
    return next;
  }

  /** The places of the highest scores, of equals the earlier one, in ascending order. */
  static List<Integer> best(double[] scores, int count) {
    // Differences in the last digits are rounding, not rank.
    double digits = 1e9;
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingLong(i -> -Math.round(scores[i] * digits))
                .thenComparing(Comparator.naturalOrder()))
        .limit(count)
        .sorted()
        .toList();
  }
}
