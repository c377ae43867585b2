package gloss.decode;

/**
 * An output sequence.
 *
 * @param tokens without marks of beginning and end
 * @param logProbability of the sequence with its end mark, natural logarithm
 * @param score what hypotheses are ranked by: the log-probability with length penalty
 */
public record Hypothesis(int[] tokens, double logProbability, double score) {}
