package gloss.explain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the model would have said in place of what was right. */
public final class Confusions {
  private Confusions() {}

  /**
   * Tokens that were mistaken for one another.
   *
   * @param right what stands in the reference
   * @param predicted what was likelier
   * @param count how often
   * @param loss of the right tokens in these places, in nats
   */
  public record Confusion(String right, String predicted, long count, double loss) {}

  /** Those with the most loss, the most first. */
  public static List<Confusion> of(Explanation explanation, int most) {
    Map<List<String>, Confusion> found = new LinkedHashMap<>();
    explanation
        .tokens()
        .filter(token -> !token.isRight())
        .forEach(
            token ->
                found.merge(
                    List.of(token.text(), token.predicted()),
                    new Confusion(token.text(), token.predicted(), 1, token.loss()),
                    (a, b) ->
                        new Confusion(a.right, a.predicted, a.count + b.count, a.loss + b.loss)));
    return found.values().stream()
        .sorted(Comparator.comparingDouble(Confusion::loss).reversed())
        .limit(most)
        .toList();
  }
}
