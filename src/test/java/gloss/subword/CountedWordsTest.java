package gloss.subword;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CountedWordsTest {
  /** The words that a count of "hello" spelled as its length and so on are left with. */
  private static Map<String, Integer> pairs(CountedWords words) {
    Symbols symbols = new Symbols();
    PairCounts counts = new PairCounts(symbols, 1);
    List<Word> spelled = words.spelled(word -> new int[] {symbols.id(word), symbols.id("end")});
    for (int i = 0; i < spelled.size(); i++) {
      spelled.get(i).countPairs(counts, i);
    }
    counts.settle();
    Map<String, Integer> found = new HashMap<>();
    for (PairCounts.Candidate c = counts.takeBest(); c != null; c = counts.takeBest()) {
      found.put(symbols.name(c.left()), (int) c.count());
    }
    return found;
  }

  @Test
  void countsAreExactUpToTheBound() {
    CountedWords words = new CountedWords(3);
    for (String word : List.of("a", "b", "a", "c", "a", "b")) {
      words.add(word);
    }
    assertThat(pairs(words)).isEqualTo(Map.of("a", 3, "b", 2, "c", 1));
  }

  @Test
  void theRarestAreForgottenBeyondIt() {
    CountedWords words = new CountedWords(3);
    for (String word : List.of("a", "b", "a", "c", "a", "b", "d", "a", "d")) {
      words.add(word);
    }
    // At the first "d" the counts were 3, 2, 1 and 1: those of 2 and less go.
    assertThat(pairs(words)).isEqualTo(Map.of("a", 4, "d", 1));
  }

  @Test
  void frequentWordsSurviveAFloodOfRareOnes() {
    CountedWords words = new CountedWords(100);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      words.add("word" + random.nextInt(10));
      words.add("rare" + i);
    }
    Map<String, Integer> found = pairs(words);
    assertThat(found).hasSizeLessThanOrEqualTo(100);
    for (int i = 0; i < 10; i++) {
      assertThat(found.get("word" + i)).isBetween(1_700, 2_300);
    }
  }
}
