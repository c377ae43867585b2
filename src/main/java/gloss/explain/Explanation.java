package gloss.explain;

import gloss.text.InputException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a model made of a split.
 *
 * @param model its name
 * @param split the name of the split
 * @param lines those whose loss can be measured, in their order; at least one
 * @param metrics the usual metrics of the task, by name
 */
public record Explanation(String model, String split, List<Line> lines, List<String> metrics) {
  /** Copies the lists. */
  public Explanation {
    lines = List.copyOf(lines);
    metrics = List.copyOf(metrics);
    if (lines.isEmpty()) {
      throw new InputException("nothing to explain: no line of '" + split + "' can be measured");
    }
  }

  /** All tokens of all lines. */
  public Stream<Token> tokens() {
    return lines.stream().flatMap(line -> line.tokens().stream());
  }

  /** The loss of all tokens, in nats. */
  public double total() {
    return lines.stream().mapToDouble(Line::loss).sum();
  }

  /** The loss of a token on average, in nats. */
  public double mean() {
    return total() / tokens().count();
  }

  /** The share of tokens that are the likeliest where they stand. */
  public double accuracy() {
    return tokens().filter(Token::isRight).count() / (double) tokens().count();
  }
}
