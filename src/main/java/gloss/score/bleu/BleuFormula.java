package gloss.score.bleu;

import gloss.score.Arithmetic;
import java.util.Arrays;
import java.util.List;

/**
 * From summed counts to BLEU:
 *
 * <pre>
 *   BLEU = BP · exp( 1/N · Σ_{n=1..N} log p_n )      BP = min(1, exp(1 − r/c))
 * </pre>
 *
 * <p>where p_n is the clipped n-gram precision in per cent, c the length of the hypotheses and r
 * that of the references closest to them. If no n-gram matches at all, the score is 0 whatever the
 * smoothing. With the effective order, N is the highest order that has an n-gram. The order of the
 * operations is part of the contract: a perfect match gives 100.00000000000004.
 */
final class BleuFormula {
  /** Stands for the logarithm of 0. */
  private static final double LOG_OF_ZERO = -9999999999.0;

  private final Smoothing smoothing;
  private final boolean effectiveOrder;
  private final Arithmetic arithmetic;

  BleuFormula(Smoothing smoothing, boolean effectiveOrder, Arithmetic arithmetic) {
    this.smoothing = smoothing;
    this.effectiveOrder = effectiveOrder;
    this.arithmetic = arithmetic;
  }

  /** {@code sums}: hypothesis length, reference length, N matches, N totals. */
  BleuBreakdown apply(double[] sums) {
    int orders = (sums.length - 2) / 2;
    double[] matches = Arrays.copyOfRange(sums, 2, 2 + orders);
    double[] totals = Arrays.copyOfRange(sums, 2 + orders, sums.length);
    double[] precisions = new double[orders];
    double penalty = brevityPenalty((long) sums[0], (long) sums[1]);
    double value = 0;
    if (Arrays.stream(matches).anyMatch(m -> m != 0)) {
      int used = fillPrecisions(matches, totals, precisions);
      value = penalty * Math.exp(meanLog(precisions, used));
    }
    return new BleuBreakdown(
        value,
        BleuBreakdown.list(matches),
        BleuBreakdown.list(totals),
        BleuBreakdown.list(precisions),
        penalty,
        new BleuBreakdown.Lengths((long) sums[0], (long) sums[1]),
        List::of);
  }

  private static double brevityPenalty(long hypothesis, long reference) {
    if (hypothesis >= reference) {
      return 1;
    }
    return hypothesis == 0 ? 0 : Math.exp(1 - (double) reference / hypothesis);
  }

  /** Returns the number of orders that the mean is taken over. */
  private int fillPrecisions(double[] matches, double[] totals, double[] precisions) {
    int used = precisions.length;
    int unmatched = 0;
    for (int i = 0; i < precisions.length; i++) {
      if (i > 0) {
        matches[i] = arithmetic.round(matches[i] + smoothing.added());
        totals[i] = arithmetic.round(totals[i] + smoothing.added());
      }
      if (totals[i] == 0) {
        break;
      }
      used = effectiveOrder ? i + 1 : used;
      precisions[i] =
          matches[i] == 0
              ? smoothing.unmatched(++unmatched, totals[i], arithmetic)
              : arithmetic.round(arithmetic.round(100 * matches[i]) / totals[i]);
    }
    return used;
  }

  private static double meanLog(double[] precisions, int used) {
    double sum = 0;
    for (int i = 0; i < used; i++) {
      sum += precisions[i] == 0 ? LOG_OF_ZERO : Math.log(precisions[i]);
    }
    return sum / used;
  }
}
