package gloss.subword;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    Set<String> all = new HashSet<>(Vocabulary.STANDARD_SPECIALS);
    for (String special : specials) {
      if (special.isEmpty() || special.indexOf(' ') >= 0) {
        throw new IllegalArgumentException(
            "a special token has at least one character and no space, not '" + special + "'");
      }
      if (!all.add(special)) {
        throw new IllegalArgumentException("'" + special + "' is a special token already");
      }
    }
  }

  /** No special tokens but the standard ones, least count 2. */
  public static BpeSettings ofMerges(int merges) {
    return new BpeSettings(merges, DEFAULT_MIN_COUNT, List.of());
  }
}
