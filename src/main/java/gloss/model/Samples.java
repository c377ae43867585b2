package gloss.model;

import gloss.train.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A few examples of many, to look at. */
public final class Samples {
  private Samples() {}

  /**
   * Examples at equal distances, the first among them.
   *
   * @param most how many at most
   * @param size of how many
   * @param sample the example at an index
   */
  public static List<Validation.Sample> evenly(
      int most, int size, IntFunction<Validation.Sample> sample) {
    List<Validation.Sample> samples = new ArrayList<>();
    int every = Math.max(1, size / most);
    for (int i = 0; i < size && samples.size() < most; i += every) {
      samples.add(sample.apply(i));
    }
    return samples;
  }
}
