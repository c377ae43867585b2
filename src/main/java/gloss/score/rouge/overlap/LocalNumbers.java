package gloss.score.rouge.overlap;

import java.util.Arrays;

/**
 * Numbers the words of one segment from 0, so that tables per word stay as small as the segment.
 */
final class LocalNumbers {
  private int[] numbers = new int[256];
  private int[] segmentOf = new int[256];
  private int segment;
  private int next;

  /** Forgets the numbers of the segment before. */
  void start() {
    segment++;
    next = 0;
  }

  /** The number of a word in this segment. */
  int of(int word) {
    if (word >= numbers.length) {
      int size = Math.max(word + 1, 2 * numbers.length);
      numbers = Arrays.copyOf(numbers, size);
      segmentOf = Arrays.copyOf(segmentOf, size);
    }
    if (segmentOf[word] != segment) {
      segmentOf[word] = segment;
      numbers[word] = next++;
    }
    return numbers[word];
  }
}
