package gloss.explain;

import java.util.List;

/**
 * A line of a split.
 *
 * @param number from 1
 * @param references at least one; the first is what is learned
 * @param output what the model writes
 * @param tokens of the first reference, the end mark last
 * @param written the pieces of the output; empty if nothing more is known of them
 */
public record Line(
    int number,
    String source,
    List<String> references,
    String output,
    List<Token> tokens,
    List<Written> written)
    implements Example {
  /** Copies the lists. */
  public Line {
    references = List.copyOf(references);
    tokens = List.copyOf(tokens);
    written = List.copyOf(written);
  }

  /** The reference that is learned. */
  public String reference() {
    return references.get(0);
  }

  @Override
  public String truth() {
    return reference();
  }

  /** The loss of all tokens, in nats. */
  @Override
  public double loss() {
    return tokens.stream().mapToDouble(Token::loss).sum();
  }

  /** The loss of a token on average. */
  @Override
  public double mean() {
    return loss() / tokens.size();
  }
}
