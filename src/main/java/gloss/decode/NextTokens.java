package gloss.decode;

/** A model that continues sequences, one row a hypothesis. */
public interface NextTokens extends AutoCloseable {
  /**
   * Takes in each row's newest token and gives the likeliest next ones.
   *
   * @param newest one token a row
   * @param count how many next tokens a row; fewer come if the vocabulary is smaller
   */
  Top next(int[] newest, int count);

  /** Keeps the rows given, in that order; a row may come twice or not at all. */
  void select(int[] rows);

  @Override
  void close();

  /**
   * The likeliest next tokens, best first.
   *
   * @param count of tokens a row
   * @param tokens (rows · count), row by row
   * @param logProbabilities of the tokens, natural logarithm
   */
  record Top(int count, int[] tokens, float[] logProbabilities) {}
}
