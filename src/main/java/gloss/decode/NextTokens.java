package gloss.decode;

import org.jspecify.annotations.Nullable;

/** A model that continues sequences, one row a hypothesis. */
public interface NextTokens extends AutoCloseable {
  /**
   * Takes in each row's newest token and tells what may follow.
   *
   * @param newest one token a row
   */
  Answer next(int[] newest, Question question);

  /** Keeps the rows given, in that order; a row may come twice or not at all. */
  void select(int[] rows);

  @Override
  void close();

  /**
   * What may follow. Of a discouraged token the changed log-probability stands here, of a banned
   * one minus infinity; among the asked ones all are the model's own.
   *
   * @param count of tokens a row; where fewer may follow, the others are minus infinity
   * @param tokens (rows · count), row by row, best first; or the drawn one of each row
   * @param logProbabilities of the tokens, natural logarithm
   * @param asked log-probabilities of the tokens asked for, in that order
   * @param attention where the newest token looked in the source, (rows)(source); null where the
   *     model does not tell
   */
  record Answer(
      int count,
      int[] tokens,
      float[] logProbabilities,
      float[] asked,
      float @Nullable [][] attention) {}
}
