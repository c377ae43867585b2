package gloss.decode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An output sequence.
 *
 * @param tokens without marks of beginning and end
 * @param logProbabilities of the tokens and, if it ended by itself, of the end mark; natural
 *     logarithm, as the model has them
 * @param score what hypotheses are ranked by: their sum, with all penalties
 * @param attention where each token looked in the source, (tokens)(source); null if that was not
 *     asked for
 * @param missing which of the required phrases, from 0, are not in it
 */
public record Hypothesis(
    int[] tokens,
    double[] logProbabilities,
    double score,
    float @Nullable [][] attention,
    List<Integer> missing) {
  /** The log-probability of the whole. */
  public double logProbability() {
    double sum = 0;
    for (double logProbability : logProbabilities) {
      sum += logProbability;
    }
    return sum;
  }

  /** Whether the end mark was found, not the longest length. */
  public boolean isEnded() {
    return logProbabilities.length > tokens.length;
  }
}
