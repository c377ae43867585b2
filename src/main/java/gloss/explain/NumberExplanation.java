package gloss.explain;

import gloss.score.Score;
import gloss.score.catalog.NumberMetrics;
import gloss.score.regression.Estimate;
import gloss.text.InputException;
import java.util.List;
import java.util.Set;

/**
 * What a regression model made of a split. The loss is the squared error, whatever the model was
 * trained with.
 *
 * @param target the name of what is predicted
 */
public record NumberExplanation(
    String model, String split, String target, List<NumberExample> examples)
    implements Explanation {
  /** Copies the list; refuses predictions that are no numbers. */
  public NumberExplanation {
    examples = List.copyOf(examples);
    if (examples.isEmpty()) {
      throw new InputException("nothing to explain: the split '" + split + "' has no row");
    }
    for (NumberExample example : examples) {
      if (!Double.isFinite(example.output())) {
        throw new InputException(
            "%s: the model predicts no number; its training has failed".formatted(example.place()));
      }
    }
  }

  @Override
  public List<Score> scores() {
    List<Estimate> estimates = estimates();
    return NumberMetrics.names().stream()
        .map(name -> NumberMetrics.score(name, estimates))
        .toList();
  }

  List<Estimate> estimates() {
    return examples.stream().map(e -> new Estimate(e.target(), e.output())).toList();
  }

  @Override
  public NumberExplanation named(String other) {
    return new NumberExplanation(other, split, target, examples);
  }

  @Override
  public NumberExplanation only(Set<Integer> numbers) {
    return new NumberExplanation(
        model,
        split,
        target,
        examples.stream().filter(example -> numbers.contains(example.number())).toList());
  }

  /** The mean error: above 0 where too much is predicted. */
  public double bias() {
    return examples.stream().mapToDouble(NumberExample::error).average().orElse(0);
  }
}
