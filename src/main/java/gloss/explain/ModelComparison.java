package gloss.explain;

import gloss.score.Score;
import gloss.text.InputException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two models on the same examples of a split.
 *
 * @param a one model, on the examples that both explained
 * @param b the other, on the same examples in the same order
 * @param tests of the usual metrics of the task, the most usual first
 * @param method of the tests, in words
 * @param changed the examples whose outputs differ, those first that gained most
 * @param measure what says that an example gained, in words
 */
public record ModelComparison(
    Explanation a,
    Explanation b,
    List<Test> tests,
    String method,
    List<Changed> changed,
    String measure) {
  /** Copies the lists. */
  public ModelComparison {
    tests = List.copyOf(tests);
    changed = List.copyOf(changed);
  }

  /**
   * A metric of both.
   *
   * @param p of the paired test: how likely such a difference is if both were as good
   */
  public record Test(Score a, Score b, double p, boolean higherIsBetter) {
    /** Whether the difference is significant at 0.05. */
    public boolean isSignificant() {
      return p < 0.05;
    }

    /** Whether b is the better one. */
    public boolean isBetter() {
      return higherIsBetter == b.value() > a.value() && b.value() != a.value();
    }
  }

  /**
   * An example of both.
   *
   * @param index among the examples of a and of b
   * @param number of the example in the split
   * @param scoreA what a's output is worth by itself
   * @param gain how much better b is
   */
  public record Changed(int index, int number, double scoreA, double scoreB, double gain) {}

  /**
   * Compares two models.
   *
   * @throws InputException if they do different things, or were not tried on the same examples
   */
  public static ModelComparison of(Explanation a, Explanation b) {
    Set<Integer> common = numbers(a);
    common.retainAll(numbers(b));
    if (a instanceof TextExplanation one && b instanceof TextExplanation other) {
      TextExplanation ofA = one.only(common);
      TextExplanation ofB = other.only(common);
      return TextComparison.of(ofA, checked(ofA, ofB));
    }
    if (a instanceof ClassExplanation one && b instanceof ClassExplanation other) {
      ClassExplanation ofA = one.only(common);
      ClassExplanation ofB = ClassComparison.inOrder(other, one.classes()).only(common);
      return ClassComparison.of(ofA, checked(ofA, ofB));
    }
    if (a instanceof NumberExplanation one && b instanceof NumberExplanation other) {
      NumberExplanation ofA = one.only(common);
      NumberExplanation ofB = other.only(common);
      return NumberComparison.of(ofA, checked(ofA, ofB));
    }
    throw new InputException(
        "'%s' %s and '%s' %s; such models cannot be compared"
            .formatted(a.model(), does(a), b.model(), does(b)));
  }

  private static String does(Explanation explanation) {
    if (explanation instanceof ClassExplanation) {
      return "predicts classes";
    }
    return explanation instanceof NumberExplanation ? "predicts numbers" : "writes text";
  }

  private static Set<Integer> numbers(Explanation explanation) {
    return explanation.examples().stream()
        .map(Example::number)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static <T extends Explanation> T checked(T a, T b) {
    for (int i = 0; i < a.examples().size(); i++) {
      if (!a.examples().get(i).truth().equals(b.examples().get(i).truth())) {
        throw new InputException(
            "number %d of '%s' is not the same in both models' data; they can be compared on the same data only"
                .formatted(a.examples().get(i).number(), a.split()));
      }
    }
    return b;
  }
}
