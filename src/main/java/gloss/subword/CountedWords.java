package gloss.subword;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How often each word of a corpus occurs. */
final class CountedWords {
  private final Map<String, long[]> counts = new HashMap<>();

  void add(String word) {
    counts.computeIfAbsent(word, w -> new long[1])[0]++;
  }

  /** All words, each spelled in symbols. */
  List<Word> spelled(Function<String, int[]> spelling) {
    List<Word> words = new ArrayList<>(counts.size());
    counts.forEach((word, count) -> words.add(new Word(spelling.apply(word), count[0])));
    return words;
  }
}
