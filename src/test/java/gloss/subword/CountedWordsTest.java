package gloss.subword;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CountedWordsTest {
  /** In the middle of a line, as most words are. */
  private static void add(CountedWords words, String word) {
    words.add("(" + word + ")", 1, 1 + word.length());
  }

  /** The words and their counts. */
  private static Map<String, Integer> counts(CountedWords words) {
    Symbols symbols = new Symbols();
    PairCounts pairs = new PairCounts(symbols, 1);
    List<Word> spelled = words.spelled(word -> new int[] {symbols.id(word), symbols.id("end")});
    for (int i = 0; i < spelled.size(); i++) {
      spelled.get(i).countPairs(pairs, i);
    }
    pairs.settle();
    Map<String, Integer> found = new HashMap<>();
    for (PairCounts.Candidate c = pairs.takeBest(); c != null; c = pairs.takeBest()) {
      found.put(symbols.name(c.left()), (int) c.count());
    }
    return found;
  }

  @Test
  void countsAreExactUpToTheBound() {
    CountedWords words = new CountedWords(3);
    for (String word : List.of("a", "b", "a", "c", "a", "b")) {
      add(words, word);
    }
    assertThat(counts(words)).isEqualTo(Map.of("a", 3, "b", 2, "c", 1));
  }

  @Test
  void theRarestAreForgottenBeyondIt() {
    CountedWords words = new CountedWords(3);
    for (String word : List.of("a", "b", "a", "c", "a", "b", "d", "a", "d")) {
      add(words, word);
    }
    // At the first "d" the counts were 3, 2, 1 and 1: those of 2 and less go.
    assertThat(counts(words)).isEqualTo(Map.of("a", 4, "d", 1));
  }

  @Test
  void anyNumberOfWordsIsCountedWithoutABound() {
    CountedWords words = new CountedWords();
    for (int i = 0; i < 20_000; i++) {
      for (int times = i % 3; times >= 0; times--) {
        add(words, "w" + i);
      }
    }
    Map<String, Integer> found = counts(words);
    assertThat(found).hasSize(20_000);
    for (int i = 0; i < 20_000; i++) {
      assertThat(found).containsEntry("w" + i, 1 + i % 3);
    }
  }

  @Test
  void frequentWordsSurviveAFloodOfRareOnes() {
    CountedWords words = new CountedWords(100);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      add(words, "word" + random.nextInt(10));
      add(words, "rare" + i);
    }
    Map<String, Integer> found = counts(words);
    assertThat(found).hasSizeLessThanOrEqualTo(100);
    for (int i = 0; i < 10; i++) {
      assertThat(found.get("word" + i)).isBetween(1_700, 2_300);
    }
  }
}
