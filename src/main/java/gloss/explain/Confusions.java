package gloss.explain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the model would have said in place of what was right. */
public final class Confusions {
  private Confusions() {}

  /**
   * Tokens or classes that were mistaken for one another.
   *
   * @param right what is right
   * @param predicted what was likelier
   * @param count how often
   * @param loss in these places, in nats
   */
  public record Confusion(String right, String predicted, long count, double loss) {}

  /** Those with the most loss, the most first. */
  public static List<Confusion> of(Stream<? extends Prediction> predictions, int most) {
    Map<List<String>, Confusion> found = new LinkedHashMap<>();
    predictions
        .filter(made -> !made.isRight())
        .forEach(
            made ->
                found.merge(
                    List.of(made.right(), made.predicted()),
                    new Confusion(made.right(), made.predicted(), 1, made.loss()),
                    (a, b) ->
                        new Confusion(a.right, a.predicted, a.count + b.count, a.loss + b.loss)));
    return found.values().stream()
        .sorted(Comparator.comparingDouble(Confusion::loss).reversed())
        .limit(most)
        .toList();
  }
}
