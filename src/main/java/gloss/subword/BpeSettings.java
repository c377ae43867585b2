package gloss.subword;

import java.util.List;

/**
 * How subwords are learned.
 *
 * @param merges the most merges to learn; 0 leaves single bytes
 * @param minCount pairs that occur less often are not merged; at least 1
 * @param specials special tokens beyond the standard ones, such as {@code <2de>}; text never
 *     encodes to them
 */
public record BpeSettings(int merges, long minCount, List<String> specials) {
  /** The least count of a pair where none is given. */
  public static final long DEFAULT_MIN_COUNT = 2;

  /** Fails for values out of range. */
  public BpeSettings {
    if (merges < 0) {
      throw new IllegalArgumentException("merges must be 0 or more, not " + merges);
    }
    if (minCount < 1) {
      throw new IllegalArgumentException("minCount must be 1 or more, not " + minCount);
    }
    specials = List.copyOf(specials);
  }

  /** No special tokens but the standard ones, least count 2. */
  public static BpeSettings ofMerges(int merges) {
    return new BpeSettings(merges, DEFAULT_MIN_COUNT, List.of());
  }
}
