package gloss.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TranslationTableTest {
  private static final int HOUSE = 0;
  private static final int THE = 1;
  private static final int BOOK = 2;
  private static final int A = 3;

  /** das Haus, das Buch, ein Buch: the example of the literature (Koehn 2010, section 4.2.3). */
  private static TranslationTable koehn(int rounds) {
    return TranslationTable.learn(
        List.of(new int[] {1, 0}, new int[] {1, 2}, new int[] {3, 2}),
        List.of(new int[] {THE, HOUSE}, new int[] {THE, BOOK}, new int[] {A, BOOK}),
        4,
        rounds);
  }

  @Test
  void whatAlwaysComesTogetherIsATranslation() {
    TranslationTable table = koehn(30);
    for (int token : new int[] {HOUSE, THE, BOOK, A}) {
      assertThat(table.best(token, 1)).containsExactly(token);
      assertThat(table.probability(token, token)).isGreaterThan(0.9);
    }
    assertThat(table.probability(0, BOOK)).isZero();
  }

  @Test
  void theFirstRoundSharesEqually() {
    TranslationTable table = koehn(1);
    assertThat(table.probability(1, THE)).isCloseTo(0.5, within(1e-6));
    assertThat(table.probability(1, HOUSE)).isCloseTo(0.25, within(1e-6));
    assertThat(table.best(1, 3)).containsExactly(THE, HOUSE, BOOK);
  }

  @Test
  void probabilitiesOfASourceTokenSumToOne() {
    Random random = new Random(1);
    List<int[]> sources = new ArrayList<>();
    List<int[]> targets = new ArrayList<>();
    for (int line = 0; line < 200; line++) {
      sources.add(random.ints(1 + random.nextInt(8), 0, 20).toArray());
      targets.add(random.ints(random.nextInt(9), 0, 300).toArray());
    }
    TranslationTable table = TranslationTable.learn(sources, targets, 21, 4);
    for (int source = 0; source < 20; source++) {
      double sum = 0;
      for (int target = 0; target < 300; target++) {
        sum += table.probability(source, target);
      }
      assertThat(sum).isCloseTo(1, within(1e-4));
    }
    assertThat(table.best(20, 5)).isEmpty();
  }
}
