package gloss.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts a source that is longer than the network was trained for into parts. */
final class LongInput {
  private LongInput() {}

  /**
   * Parts of at most {@code max} ids that together are the whole; each but the first begins at a
   * word if there is one in the second half of the part before.
   */
  static List<int[]> parts(int[] ids, int max, IntPredicate beginsWord) {
    List<int[]> parts = new ArrayList<>();
    int start = 0;
    while (ids.length - start > max) {
      int end = wordBefore(ids, start + max, start + max / 2, beginsWord);
      parts.add(Arrays.copyOfRange(ids, start, end));
      start = end;
    }
    parts.add(Arrays.copyOfRange(ids, start, ids.length));
    return parts;
  }

  private static int wordBefore(int[] ids, int limit, int lowest, IntPredicate beginsWord) {
    for (int i = limit; i > lowest; i--) {
      if (beginsWord.test(ids[i])) {
        return i;
      }
    }
    return limit;
  }
}
