package gloss.score.rouge.script;

import gloss.score.rouge.RougeScore;
import gloss.text.InputException;

/**
 * How counts become scores.
 *
 * @param formula what several references are to each other
 * @param alpha weight of precision in F, 0 to 1; 0.5 is usual
 * @param counting what the mean is taken over
 */
public record Scoring(Formula formula, double alpha, Counting counting) {
  /** Option {@code -f}. */
  public enum Formula {
    /** {@code A}: hits and counts of all references are added up. */
    AVERAGE,
    /** {@code B}: only the reference with the best recall counts. */
    BEST
  }

  /** Option {@code -t}. */
  public enum Counting {
    /** {@code 0}: the mean over documents. */
    DOCUMENTS,
    /** {@code 1}: hits and counts of the whole corpus are divided once. */
    TOKENS,
    /** {@code 2}: as {@code 1}, but the counts themselves are printed. */
    RAW_COUNTS
  }

  /** Checks alpha. */
  public Scoring {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new InputException("ROUGE-1.5.5's option -p must be between 0 and 1, but is " + alpha);
    }
  }

  /** The weighted harmonic mean; 0 where both are 0. */
  double f(double precision, double recall) {
    double sum = (1 - alpha) * precision + alpha * recall;
    return sum > 0 ? recall * precision / sum : 0;
  }

  /** The score of summed statistics of {@link Counting#TOKENS}. */
  RougeScore ofCorpus(double[] sums) {
    double precision = sums[0] > 0 ? sums[2] / sums[0] : 0;
    double recall = sums[1] > 0 ? sums[2] / sums[1] : 0;
    return new RougeScore(precision, recall, f(precision, recall));
  }
}
