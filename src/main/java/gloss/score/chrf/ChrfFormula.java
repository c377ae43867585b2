package gloss.score.chrf;

import gloss.score.Arithmetic;

/**
 * From summed counts to chrF, in either of its two smoothings. The order of the operations is that
 * of sacreBLEU, and in single precision also the places where a Python float (which stays a double)
 * meets a NumPy scalar (which makes it single).
 */
final class ChrfFormula {
  private static final double EPS = 1e-16;

  private final double factor;
  private final boolean epsSmoothing;
  private final Arithmetic arithmetic;

  ChrfFormula(int beta, boolean epsSmoothing, Arithmetic arithmetic) {
    this.factor = (double) beta * beta;
    this.epsSmoothing = epsSmoothing;
    this.arithmetic = arithmetic;
  }

  /** {@code sums}: hypothesis, reference and shared n-grams of every order. */
  Number apply(double[] sums) {
    return epsSmoothing ? meanOfF(sums) : fOfMeans(sums);
  }

  private Number fOfMeans(double[] sums) {
    double precision = 0;
    double recall = 0;
    int orders = 0;
    for (int i = 0; i < sums.length; i += 3) {
      if (sums[i] > 0 && sums[i + 1] > 0) {
        precision = round(precision + round(sums[i + 2] / sums[i]));
        recall = round(recall + round(sums[i + 2] / sums[i + 1]));
        orders++;
      }
    }
    if (orders == 0 || precision + recall == 0) {
      return 0.0;
    }
    precision = round(precision / orders);
    recall = round(recall / orders);
    double product = round(round((1 + factor) * precision) * recall);
    return scalar(round(100 * round(product / denominator(precision, recall))));
  }

  private Number meanOfF(double[] sums) {
    double sum = 0;
    boolean python = true;
    for (int i = 0; i < sums.length; i += 3) {
      boolean counted = sums[i] > 0 || sums[i + 1] > 0;
      double precision = sums[i] > 0 ? round(sums[i + 2] / sums[i]) : EPS;
      double recall = sums[i + 1] > 0 ? round(sums[i + 2] / sums[i + 1]) : EPS;
      Arithmetic term = counted ? arithmetic : Arithmetic.DOUBLE;
      double f = f(term.round(precision), term.round(recall), term);
      python &= !counted || f == EPS;
      sum = python ? sum + f : round(round(sum) + round(f));
    }
    int orders = sums.length / 3;
    return python ? 100 * sum / orders : scalar(round(round(100 * sum) / orders));
  }

  private double f(double precision, double recall, Arithmetic term) {
    double denominator = term.round(term.round(factor * precision) + recall);
    double product = term.round(term.round((1 + factor) * precision) * recall);
    return denominator > 0 ? term.round(product / denominator) : EPS;
  }

  private double denominator(double precision, double recall) {
    return round(round(factor * precision) + recall);
  }

  private double round(double x) {
    return arithmetic.round(x);
  }

  private Number scalar(double x) {
    return arithmetic == Arithmetic.SINGLE ? (Number) (float) x : (Number) x;
  }
}
