package gloss.explain;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The examples that are least likely, by the loss that they compare by. One that does not belong to
 * the data, or is full of errors, is among them if the model has learned the others well.
 *
 * @param examples the least likely first
 * @param share of the loss of all that they have, in [0, 1]
 */
public record Hardest<E extends Example>(List<E> examples, double share) {
  /** Copies the list. */
  public Hardest {
    examples = List.copyOf(examples);
  }

  /** A part of all examples, in (0, 1]; at least one. */
  public static <E extends Example> Hardest<E> of(List<E> all, double part) {
    int count = (int) Math.max(1, Math.ceil(part * all.size()));
    List<E> hardest = Explanation.hardestFirst(all).subList(0, Math.min(count, all.size()));
    double total = all.stream().mapToDouble(Example::loss).sum();
    double loss = hardest.stream().mapToDouble(Example::loss).sum();
    return new Hardest<>(hardest, total == 0 ? 0 : loss / total);
  }

  /**
   * Examples that stand apart, the hardest first: what is measured is above q₃ + 3 (q₃ − q₁), with
   * the quartiles q₁ and q₃ of all, Tukey's far outliers.
   */
  public static <E extends Example> List<E> outliers(List<E> all, ToDoubleFunction<E> measure) {
    double[] sorted = all.stream().mapToDouble(measure).sorted().toArray();
    double low = sorted[sorted.length / 4];
    double high = sorted[Math.min(sorted.length - 1, 3 * sorted.length / 4)];
    double limit = high + 3 * (high - low);
    return Explanation.hardestFirst(
        all.stream().filter(example -> measure.applyAsDouble(example) > limit).toList());
  }
}
