package gloss.pipeline;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What something is taken for.
 *
 * @param choices all classes, the most probable first
 */
public record Classification(List<Choice> choices) {
  /** Copies the list. */
  public Classification {
    choices = List.copyOf(choices);
  }

  /**
   * A class and how probable it is.
   *
   * @param label the name of the class
   * @param probability 0 to 1
   */
  public record Choice(String label, double probability) {}

  /** Classes with the probability of each. */
  public static Classification of(List<String> classes, double[] probabilities) {
    return new Classification(
        IntStream.range(0, probabilities.length)
            .mapToObj(i -> new Choice(classes.get(i), probabilities[i]))
            .sorted(Comparator.comparingDouble(Choice::probability).reversed())
            .toList());
  }

  /** The most probable class. */
  public Choice best() {
    return choices.get(0);
  }

  /** The name of the most probable class. */
  public String label() {
    return best().label();
  }

  /** So many classes, or all if there are fewer, the most probable first. */
  public List<Choice> top(int count) {
    return choices.subList(0, Math.min(count, choices.size()));
  }

  /** The probability of each class, the most probable first. */
  public Map<String, Double> probabilities() {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    choices.forEach(choice -> probabilities.put(choice.label(), choice.probability()));
    return probabilities;
  }
}
