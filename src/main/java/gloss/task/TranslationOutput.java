package gloss.task;

import java.util.List;

/**
 * An output for a line.
 *
 * @param text the translation, without line feeds
 * @param score what outputs are ranked by: the log-probability with all penalties, or the expected
 *     utility where the risk is minimised
 * @param tokens subwords as the vocabulary writes them, the end marks with them
 * @param logProbabilities of the tokens, as the model has them; natural logarithm
 * @param alignment which words go together; empty unless that was asked for
 * @param unmet what was wanted of the output and is not so, in words that go on "the output"; that
 *     a part was too long for a word and was not translated stands here as well
 */
public record TranslationOutput(
    String text,
    double score,
    List<String> tokens,
    List<Double> logProbabilities,
    Alignment alignment,
    List<String> unmet) {
  /** Copies the lists. */
  public TranslationOutput {
    tokens = List.copyOf(tokens);
    logProbabilities = List.copyOf(logProbabilities);
    unmet = List.copyOf(unmet);
  }

  /** A text of which a model says nothing. */
  static TranslationOutput of(String text) {
    return new TranslationOutput(text, 0, List.of(), List.of(), Alignment.NONE, List.of());
  }

  /** The log-probability of the whole. */
  public double logProbability() {
    return logProbabilities.stream().mapToDouble(Double::doubleValue).sum();
  }
}
