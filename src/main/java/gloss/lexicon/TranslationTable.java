package gloss.lexicon;

import java.util.List;

/**
 * Probabilities p(target token | source token) by IBM Model 1 (Brown et al. 1993): each target
 * token of a pair comes from one of its source tokens, or from none, whatever their order. They are
 * learned by expectation maximisation, which has one optimum.
 */
public final class TranslationTable {
  private final TokenWeights[] rows;

  private TranslationTable(int sources) {
    rows = new TokenWeights[sources + 1];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new TokenWeights();
    }
  }

  /**
   * Learns from pairs.
   *
   * @param sources ids of source tokens, one line each
   * @param targets ids of target tokens, as many lines
   * @param vocabulary how many source tokens there are
   * @param rounds of expectation and maximisation; the first begins with equal probabilities
   */
  public static TranslationTable learn(
      List<int[]> sources, List<int[]> targets, int vocabulary, int rounds) {
    TranslationTable table = new TranslationTable(vocabulary);
    for (int round = 0; round < rounds; round++) {
      for (int line = 0; line < sources.size(); line++) {
        count(table.rowsOf(sources.get(line)), targets.get(line), round == 0);
      }
      for (TokenWeights row : table.rows) {
        row.normalize();
      }
    }
    return table;
  }

  /** The rows of a line's tokens, and the one of no token. */
  private TokenWeights[] rowsOf(int[] source) {
    TokenWeights[] ofLine = new TokenWeights[source.length + 1];
    for (int i = 0; i < source.length; i++) {
      ofLine[i] = rows[source[i]];
    }
    ofLine[source.length] = rows[rows.length - 1];
    return ofLine;
  }

  /** Expectation: each target token is shared out among the source tokens. */
  private static void count(TokenWeights[] source, int[] target, boolean equal) {
    double[] shares = new double[source.length];
    for (int token : target) {
      double sum = 0;
      for (int i = 0; i < shares.length; i++) {
        shares[i] = equal ? 1 : source[i].weight(token);
        sum += shares[i];
      }
      for (int i = 0; i < shares.length; i++) {
        source[i].add(token, shares[i] / sum);
      }
    }
  }

  /** p(target | source); 0 for tokens that never came together. */
  public double probability(int source, int target) {
    return rows[source].weight(target);
  }

  /** The likeliest target tokens of a source token, best first. */
  public int[] best(int source, int count) {
    return rows[source].largest(count);
  }
}
