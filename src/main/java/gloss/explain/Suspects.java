package gloss.explain;

import java.util.List;

/**
 * Examples whose label may be wrong, by confident learning (Northcutt, Jiang and Chuang 2021,
 * Confident Learning: Estimating Uncertainty in Dataset Labels). A class's threshold is the mean
 * probability that its own examples give it,
 *
 * <pre>t_j = mean of p_j(x) over the x labelled j,</pre>
 *
 * and an example labelled i is suspect if, of the classes whose p_j(x) ≥ t_j, the likeliest is not
 * i: the model is as sure of another class as it is of that class's own examples. Of examples that
 * the model has learned by heart it says little; a held-out split, or a short training, says more.
 */
public final class Suspects {
  private Suspects() {}

  /** The suspects, the most loss first. */
  public static List<ClassExample> of(ClassExplanation explanation) {
    double[] thresholds = thresholds(explanation);
    return Explanation.hardestFirst(
        explanation.examples().stream().filter(example -> isSuspect(example, thresholds)).toList());
  }

  private static double[] thresholds(ClassExplanation explanation) {
    int classes = explanation.classes().size();
    double[] sums = new double[classes];
    long[] counts = new long[classes];
    for (ClassExample example : explanation.examples()) {
      sums[example.label()] += example.probability();
      counts[example.label()]++;
    }
    for (int c = 0; c < classes; c++) {
      // No example can reach that of a class that has none.
      sums[c] = counts[c] == 0 ? Double.POSITIVE_INFINITY : sums[c] / counts[c];
    }
    return sums;
  }

  private static boolean isSuspect(ClassExample example, double[] thresholds) {
    double[] p = example.probabilities();
    int likeliest = -1;
    for (int c = 0; c < p.length; c++) {
      if (p[c] >= thresholds[c] && (likeliest < 0 || p[c] > p[likeliest])) {
        likeliest = c;
      }
    }
    return likeliest >= 0 && likeliest != example.label();
  }
}
