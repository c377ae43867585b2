package gloss.decode;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A continuation of a hypothesis by one token.
 *
 * @param row of the hypothesis in the beam
 * @param from the hypothesis
 * @param token what it goes on with
 * @param logProbability of the token, as the model has it
 * @param penalized log-probability of the whole, with what was said against its tokens
 * @param rank what candidates are compared by in this step
 */
record Candidate(
    int row, Partial from, int token, double logProbability, double penalized, double rank) {
  /** The likeliest first; equal ones stay in their order. */
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::rank).reversed();

  /** The same, ranked lower. */
  Candidate dearer(double cost) {
    return new Candidate(row, from, token, logProbability, penalized, rank - cost);
  }

  /** The hypothesis that it makes; {@code attention} is null where it is not known. */
  Partial grown(float @Nullable [] attention, RequiredPhrases required) {
    return new Partial(
        from,
        new Partial.Token(token, logProbability, attention),
        from.length() + 1,
        penalized,
        progress(required),
        from.group());
  }

  /** How much of the required phrases it has. */
  RequiredPhrases.Progress progress(RequiredPhrases required) {
    return required.isEmpty()
        ? from.progress()
        : required.advance(from.progress(), from.tokensWith(token));
  }
}
