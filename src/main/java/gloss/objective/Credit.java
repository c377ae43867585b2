package gloss.objective;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How much likelier each output of a source is to become: the step goes down the gradient of {@code
 * −Σ_i weight_i · ln P(y_i | x)}, so an output with a weight below 0 becomes less likely.
 *
 * <p>With rewards r_i of outputs y_i:
 *
 * <ul>
 *   <li><em>Minimum risk</em> (Shen et al. 2016, Minimum Risk Training for Neural Machine
 *       Translation): Q_i = P(y_i)^α / Σ_j P(y_j)^α over the different outputs; the risk Σ_i Q_i (1
 *       − r_i) has the gradient of weight_i = α Q_i (r_i − Σ_j Q_j r_j). Here it is divided by α,
 *       so that the sharpness does not decide how much the risk counts beside other losses.
 *   <li><em>Self-critical</em> (Rennie et al. 2017, Self-critical Sequence Training for Image
 *       Captioning): weight_i = (r_i − r(greedy output)) / n.
 *   <li><em>REINFORCE</em> (Williams 1992) with the mean of the others as baseline (Kool et al.
 *       2019, Buy 4 REINFORCE Samples, Get a Baseline for Free): weight_i = (r_i − Σ_{j≠i} r_j / (n
 *       − 1)) / n, an unbiased estimate of the gradient of the expected reward.
 * </ul>
 *
 * @param weights one for each output; their sum is 0 for minimum risk and REINFORCE
 * @param risk what is reported: the mean of 1 − r, for minimum risk that under Q
 */
record Credit(double[] weights, double risk) {
  /** A rule that gives credit. */
  @FunctionalInterface
  interface Rule {
    /**
     * The credit of the outputs of one source.
     *
     * @param rewards of the outputs, r; finite
     * @param logProbabilities of the outputs, natural logarithm
     */
    Credit of(double[] rewards, double[] logProbabilities);
  }

  /** Minimum risk, divided by α. */
  static Credit minimumRisk(double alpha, double[] rewards, double[] logProbabilities) {
    double[] q = sharpened(alpha, logProbabilities);
    double mean = 0;
    for (int i = 0; i < q.length; i++) {
      mean += q[i] * rewards[i];
    }
    double[] weights = new double[q.length];
    for (int i = 0; i < q.length; i++) {
      weights[i] = q[i] * (rewards[i] - mean);
    }
    return new Credit(weights, 1 - mean);
  }

  /**
   * An output that the network holds to be impossible gets nothing; if all are so, all are even.
   */
  private static double[] sharpened(double alpha, double[] logProbabilities) {
    double most = Arrays.stream(logProbabilities).max().orElse(0);
    double[] q = new double[logProbabilities.length];
    if (!Double.isFinite(most)) {
      Arrays.fill(q, 1.0 / q.length);
      return q;
    }
    double sum = 0;
    for (int i = 0; i < q.length; i++) {
      q[i] = Math.exp(alpha * (logProbabilities[i] - most));
      sum += q[i];
    }
    for (int i = 0; i < q.length; i++) {
      q[i] /= sum;
    }
    return q;
  }

  /** REINFORCE with the mean of the others as baseline; of at least two outputs. */
  static Credit leaveOneOut(double[] rewards) {
    double n = rewards.length;
    double sum = Arrays.stream(rewards).sum();
    return of(rewards, i -> (sum - rewards[i]) / (n - 1));
  }

  /** Self-critical: the others against the first output, which is the greedy one. */
  static Credit againstTheFirst(double[] rewards) {
    double[] samples = Arrays.copyOfRange(rewards, 1, rewards.length);
    Credit credit = of(samples, i -> rewards[0]);
    double[] weights = new double[rewards.length];
    System.arraycopy(credit.weights, 0, weights, 1, samples.length);
    return new Credit(weights, credit.risk);
  }

  private static Credit of(double[] rewards, IntToDoubleFunction baseline) {
    double[] weights = new double[rewards.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (rewards[i] - baseline.applyAsDouble(i)) / weights.length;
    }
    return new Credit(weights, 1 - Arrays.stream(rewards).average().orElse(1));
  }
}
