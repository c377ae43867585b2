package gloss.extract;

import gloss.score.rouge.RougeScore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * ROUGE-N of many extracts against one reference, for N of 1 or 2, on words that are numbers: the
 * reference is counted once. Not for several threads.
 */
final class NgramFit {
  private final int order;
  private final Map<Long, Integer> places = new HashMap<>();
  private final int[] counts;
  private final int[] left;
  private final int size;

  NgramFit(int order, int[] reference) {
    this.order = order;
    size = Math.max(0, reference.length - order + 1);
    int[] all = new int[size];
    for (int i = 0; i < size; i++) {
      all[places.computeIfAbsent(ngram(reference, i), unseen -> places.size())]++;
    }
    counts = Arrays.copyOf(all, places.size());
    left = new int[counts.length];
  }

  private long ngram(int[] words, int at) {
    return order == 1 ? words[at] : ((long) words[at] << Integer.SIZE) | words[at + 1];
  }

  /** F of the words against the reference. */
  double fmeasure(int[] words) {
    System.arraycopy(counts, 0, left, 0, counts.length);
    int all = Math.max(0, words.length - order + 1);
    int hits = 0;
    for (int i = 0; i < all; i++) {
      Integer place = places.get(ngram(words, i));
      if (place != null && left[place]-- > 0) {
        hits++;
      }
    }
    return RougeScore.of(hits, all, size).fmeasure();
  }
}
