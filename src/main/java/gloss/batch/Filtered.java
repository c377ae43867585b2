package gloss.batch;

import gloss.text.InputException;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The pairs that training can use, and how many it leaves out: pairs with an empty side teach
 * nothing, and long ones cost the most. Validation and test leave nothing out.
 *
 * @param kept the pairs with 1 to {@code maxLength} ids on both sides
 * @param empty pairs with an empty side
 * @param tooLong pairs with more than {@code maxLength} ids on a side, and none empty
 */
public record Filtered(SequencePairs kept, int maxLength, int empty, int tooLong) {
  /** Filters pairs; where none is left, that is an {@link InputException}. */
  public static Filtered of(SequencePairs pairs, int maxLength) {
    IntPredicate empty = i -> pairs.sources()[i].length == 0 || pairs.targets()[i].length == 0;
    IntPredicate tooLong =
        i -> pairs.sources()[i].length > maxLength || pairs.targets()[i].length > maxLength;
    int[] kept = IntStream.range(0, pairs.size()).filter(empty.or(tooLong).negate()).toArray();
    int emptyCount = (int) IntStream.range(0, pairs.size()).filter(empty).count();
    Filtered filtered =
        new Filtered(
            pairs.select(kept), maxLength, emptyCount, pairs.size() - kept.length - emptyCount);
    if (kept.length == 0) {
      throw new InputException("nothing to train on: " + filtered);
    }
    return filtered;
  }

  /** One line for the log: {@code 996 pairs; left out: 3 with an empty side, 1 longer than 256}. */
  @Override
  public String toString() {
    String leftOut =
        empty + tooLong == 0
            ? ""
            : "; left out: %d with an empty side, %d longer than %d"
                .formatted(empty, tooLong, maxLength);
    return kept.size() + " pairs" + leftOut;
  }
}
