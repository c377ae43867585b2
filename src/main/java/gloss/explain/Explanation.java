package gloss.explain;

import gloss.score.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What a model made of a split: at least one example, each with its loss. */
public sealed interface Explanation permits TextExplanation, ClassExplanation, NumberExplanation {
  /** The name of the model. */
  String model();

  /** The name of the split. */
  String split();

  /** The examples whose loss can be measured, in their order. */
  List<? extends Example> examples();

  /** The usual metrics of the task. */
  List<Score> scores();

  /** The same under another name of the model. */
  Explanation named(String other);

  /** The same of some examples alone, those with these numbers. */
  Explanation only(Set<Integer> numbers);

  /** The loss of all examples. */
  default double total() {
    return examples().stream().mapToDouble(Example::loss).sum();
  }

  /** The hardest first: by the loss that examples of different lengths compare by. */
  static <E extends Example> List<E> hardestFirst(List<E> examples) {
    return examples.stream().sorted(Comparator.comparingDouble(Example::mean).reversed()).toList();
  }
}
