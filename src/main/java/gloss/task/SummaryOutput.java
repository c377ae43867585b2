package gloss.task;

import java.util.List;

/**
 * A summary that a model wrote.
 *
 * @param text its sentences, where the model tells them apart one a line
 * @param score what outputs are ranked by: the log-probability with all penalties
 * @param tokens as the vocabulary or the text writes them
 * @param logProbabilities of the tokens and of the end mark; natural logarithm
 * @param alignment of the summary's words and the text's; nothing unless that was asked for
 */
public record SummaryOutput(
    String text,
    double score,
    List<String> tokens,
    List<Double> logProbabilities,
    Alignment alignment) {
  /** Copies the lists. */
  public SummaryOutput {
    tokens = List.copyOf(tokens);
    logProbabilities = List.copyOf(logProbabilities);
  }

  /** The log-probability of the whole. */
  public double logProbability() {
    return logProbabilities.stream().mapToDouble(Double::doubleValue).sum();
  }
}
