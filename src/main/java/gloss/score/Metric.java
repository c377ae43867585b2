package gloss.score;

import java.util.List;

/**
 * A measure of quality that splits into a sum over examples and a formula on that sum.
 *
 * <pre>score(corpus) = breakdown( Σ statistics(example) )</pre>
 *
 * <p>Implementations are immutable, may be used by many threads at once, and return their name and
 * settings from {@code toString} (see {@link #describe}).
 *
 * @param <E> the example: a {@link Segment} for text, a label with its prediction, a number with
 *     its prediction
 */
public interface Metric<E> {
  /** The name as it stands in front of a score, such as {@code BLEU} or {@code chrF2++}. */
  String name();

  /** The settings that the value depends on, without the corpus' and the program's part. */
  Signature signature();

  /** How many numbers {@link #statistics} returns; the same for every example. */
  int size();

  /**
   * The counts of one example, {@code (size)}. They may be fractions; whole numbers stay exact up
   * to 2^53. The caller owns the array.
   */
  double[] statistics(E example);

  /** The value of summed statistics, {@code (size)}, with the parts of its formula. */
  Breakdown breakdown(double[] sums);

  /** How many references the example has; 0 where the question makes no sense. */
  default int references(E example) {
    return 0;
  }

  /** False for error rates and losses. */
  default boolean higherIsBetter() {
    return true;
  }

  /** What would be odd about an example; see {@link Oddity}. */
  default List<Oddity<E>> oddities() {
    return List.of();
  }

  /** An empty sum of this metric. */
  default Accumulator<E> accumulator() {
    return new Accumulator<>(this);
  }

  /** Scores a whole corpus in one pass, holding none of it. */
  default Score score(Iterable<? extends E> examples) {
    Accumulator<E> sum = accumulator();
    examples.forEach(sum::add);
    return sum.score();
  }

  /** Name and signature in one line; what {@code toString} of a metric returns. */
  default String describe() {
    return name() + "|" + signature().and(Signature.program());
  }
}
