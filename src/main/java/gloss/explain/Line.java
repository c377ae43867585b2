package gloss.explain;

import java.util.List;

/**
 * A line of a split.
 *
 * @param number from 1
 * @param output what the model writes
 * @param tokens of the reference, the end mark last
 * @param looksAt for each word of the output the word of the source that it looks at most; empty if
 *     that is not known
 */
public record Line(
    int number,
    String source,
    String reference,
    String output,
    List<Token> tokens,
    List<String> looksAt) {
  /** Copies the lists. */
  public Line {
    tokens = List.copyOf(tokens);
    looksAt = List.copyOf(looksAt);
  }

  /** The loss of all tokens, in nats. */
  public double loss() {
    return tokens.stream().mapToDouble(Token::loss).sum();
  }

  /** The loss of a token on average: by which lines of different lengths compare. */
  public double mean() {
    return loss() / tokens.size();
  }
}
