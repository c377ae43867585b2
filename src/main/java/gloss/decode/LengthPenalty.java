package gloss.decode;

/**
 * Makes log-probabilities of sequences of different lengths comparable: {@code score = log p /
 * penalty(length)}.
 */
@FunctionalInterface
public interface LengthPenalty {
  /** What the log-probability of {@code length} tokens, end mark included, is divided by. */
  double of(int length);

  /** {@code length^a}: 0 ranks by the sum of log-probabilities, 1 by their mean. */
  static LengthPenalty power(double a) {
    return length -> Math.pow(length, a);
  }
}
