package gloss.explain;

import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.text.InputException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a model that writes made of a split.
 *
 * @param lines those whose loss can be measured, in their order; at least one
 * @param metrics the usual ones of the task
 * @param view the words whose n-grams are counted
 */
public record TextExplanation(
    String model, String split, List<Line> lines, List<TextMetric> metrics, WordView view)
    implements Explanation {
  /** Copies the lists. */
  public TextExplanation {
    lines = List.copyOf(lines);
    metrics = List.copyOf(metrics);
    if (lines.isEmpty()) {
      throw new InputException("nothing to explain: no line of '" + split + "' can be measured");
    }
  }

  @Override
  public List<Line> examples() {
    return lines;
  }

  @Override
  public List<Score> scores() {
    List<Segment> segments = lines.stream().map(TextExplanation::segment).toList();
    return metrics.stream().map(metric -> metric.score(segments)).toList();
  }

  static Segment segment(Line line) {
    return new Segment(line.output(), line.references());
  }

  @Override
  public TextExplanation named(String other) {
    return new TextExplanation(other, split, lines, metrics, view);
  }

  @Override
  public TextExplanation only(Set<Integer> numbers) {
    return new TextExplanation(
        model,
        split,
        lines.stream().filter(line -> numbers.contains(line.number())).toList(),
        metrics,
        view);
  }

  /** All tokens of all lines. */
  public Stream<Token> tokens() {
    return lines.stream().flatMap(line -> line.tokens().stream());
  }

  /** The loss of a token on average, in nats. */
  public double mean() {
    return total() / tokens().count();
  }

  /** The share of tokens that are the likeliest where they stand. */
  public double accuracy() {
    return tokens().filter(Token::isRight).count() / (double) tokens().count();
  }

  /** Whether the model can copy. */
  public boolean copies() {
    return tokens().anyMatch(token -> token.copied() >= 0);
  }

  /** Of all pieces of all outputs the share that is copied; NaN where none is known. */
  public double copied() {
    return lines.stream()
        .flatMap(line -> line.written().stream())
        .mapToDouble(piece -> piece.isCopied() ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }
}
