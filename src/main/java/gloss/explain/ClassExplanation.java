package gloss.explain;

import gloss.score.Score;
import gloss.score.catalog.ClassMetrics;
import gloss.score.classification.ClassScores;
import gloss.text.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a classifier made of a split. The loss is the cross-entropy, whatever the model was trained
 * with.
 *
 * @param classes their names
 */
public record ClassExplanation(
    String model, String split, List<String> classes, List<ClassExample> examples)
    implements Explanation {
  private static final int MANY = 10;

  /** Copies the lists; refuses probabilities that are no numbers. */
  public ClassExplanation {
    classes = List.copyOf(classes);
    examples = List.copyOf(examples);
    if (examples.isEmpty()) {
      throw new InputException("nothing to explain: the split '" + split + "' has no example");
    }
    for (ClassExample example : examples) {
      if (!Arrays.stream(example.probabilities()).allMatch(Double::isFinite)) {
        throw new InputException(
            "%s: the model's probabilities are no numbers; its training has failed"
                .formatted(example.place()));
      }
    }
  }

  @Override
  public List<Score> scores() {
    return (classes.size() < MANY
            ? List.of("accuracy", "f1", "log-loss")
            : List.of("accuracy", "top-5", "f1", "log-loss"))
        .stream().map(name -> ClassMetrics.score(name, classes.size(), measured())).toList();
  }

  List<ClassScores> measured() {
    return examples.stream().map(e -> new ClassScores(e.label(), e.probabilities())).toList();
  }

  @Override
  public ClassExplanation named(String other) {
    return new ClassExplanation(other, split, classes, examples);
  }

  @Override
  public ClassExplanation only(Set<Integer> numbers) {
    return new ClassExplanation(
        model,
        split,
        classes,
        examples.stream().filter(example -> numbers.contains(example.number())).toList());
  }

  /** The loss of an example on average, in nats. */
  public double mean() {
    return total() / examples.size();
  }

  /** The share of examples whose likeliest class is the right one. */
  public double accuracy() {
    return examples.stream().filter(ClassExample::isRight).count() / (double) examples.size();
  }

  /** A row for each right class, a column for each that was chosen. */
  public long[][] confusion() {
    long[][] counts = new long[classes.size()][classes.size()];
    examples.forEach(example -> counts[example.label()][example.best()]++);
    return counts;
  }

  /** The share of the most frequent class: the accuracy of one who always says that. */
  public double majority() {
    return IntStream.range(0, classes.size())
            .mapToLong(c -> examples.stream().filter(e -> e.label() == c).count())
            .max()
            .orElse(0)
        / (double) examples.size();
  }
}
