package gloss.batch;

/**
 * How many pairs training can use, and how many it leaves out: pairs with an empty side teach
 * nothing, and long ones cost the most. Validation and test leave nothing out.
 *
 * @param kept the pairs with 1 to {@code maxLength} ids on both sides
 * @param empty pairs with an empty side
 * @param tooLong pairs with more than {@code maxLength} ids on a side, and none empty
 */
public record Filtered(long kept, int maxLength, long empty, long tooLong) {
  /** Before the first pair. */
  static Filtered none(int maxLength) {
    return new Filtered(0, maxLength, 0, 0);
  }

  /** With one more pair, whose sides have so many ids. */
  Filtered and(int source, int target) {
    if (source == 0 || target == 0) {
      return new Filtered(kept, maxLength, empty + 1, tooLong);
    }
    return source > maxLength || target > maxLength
        ? new Filtered(kept, maxLength, empty, tooLong + 1)
        : new Filtered(kept + 1, maxLength, empty, tooLong);
  }

  /** Number of pairs, kept or not. */
  public long all() {
    return kept + empty + tooLong;
  }

  /** One line for the log: {@code 996 pairs; left out: 3 with an empty side, 1 longer than 256}. */
  @Override
  public String toString() {
    String leftOut =
        empty + tooLong == 0
            ? ""
            : "; left out: %d with an empty side, %d longer than %d"
                .formatted(empty, tooLong, maxLength);
    return kept + " pairs" + leftOut;
  }
}
