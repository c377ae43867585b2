package gloss.subword;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How often each word of a corpus occurs, in memory that is bounded by a number of words.
 *
 * <p>When there are more different words than that, the rarest so far are forgotten until no more
 * than half are left (after Manku and Motwani 2002, Approximate Frequency Counts over Data
 * Streams): a count is then too low by at most the sum of the counts up to which words were
 * forgotten. Up to the bound all counts are exact.
 */
final class CountedWords {
  private final Map<String, long[]> counts = new HashMap<>();
  private final int most;

  /** Counts of any number of words. */
  CountedWords() {
    this(Integer.MAX_VALUE);
  }

  /** Counts of at most so many different words at a time. */
  CountedWords(int most) {
    this.most = most;
  }

  void add(String word) {
    counts.computeIfAbsent(word, w -> new long[1])[0]++;
    if (counts.size() > most) {
      forgetRare();
    }
  }

  private void forgetRare() {
    long[] sorted = counts.values().stream().mapToLong(count -> count[0]).sorted().toArray();
    long highest = sorted[sorted.length / 2];
    counts.values().removeIf(count -> count[0] <= highest);
  }

  /** All words, each spelled in symbols. */
  List<Word> spelled(Function<String, int[]> spelling) {
    List<Word> words = new ArrayList<>(counts.size());
    counts.forEach((word, count) -> words.add(new Word(spelling.apply(word), count[0])));
    return words;
  }
}
