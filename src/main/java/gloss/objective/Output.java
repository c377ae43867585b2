package gloss.objective;

import gloss.decode.Hypothesis;
import gloss.subword.Vocabulary;
import java.util.Arrays;

/**
 * What the network wrote for a source.
 *
 * @param labels the tokens, with the end mark unless it was cut off at the longest length
 * @param logProbability of all of them, without dropout; natural logarithm
 */
record Output(int[] labels, double logProbability) {
  static Output of(Hypothesis hypothesis) {
    int[] tokens = hypothesis.tokens();
    int[] labels = tokens;
    if (hypothesis.isEnded()) {
      labels = Arrays.copyOf(tokens, tokens.length + 1);
      labels[tokens.length] = Vocabulary.EOS;
    }
    return new Output(labels, hypothesis.logProbability());
  }
}
