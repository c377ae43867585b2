package gloss.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Beam search over small tables, where every output can be listed. */
class BeamSearchTest {
  private static final int LENGTHS = 4;
  private static final int VOCABULARY = 6;

  /** As many as there are outputs: 3 words in up to 4 places. */
  private static final int ALL = 1 + 3 + 9 + 27 + 81;

  private static List<List<Hypothesis>> search(
      int beam, double penalty, int[] maxLengths, float[][][]... tables) {
    SearchOptions options =
        new SearchOptions(
            beam,
            LengthPenalty.power(penalty),
            new SearchOptions.Marks(TableTokens.BEGIN, TableTokens.END, TableTokens.NEVER));
    return new BeamSearch(options).search(new TableTokens(tables), maxLengths);
  }

  private static float[][][] table(long seed) {
    return TableTokens.random(new Random(seed), LENGTHS, VOCABULARY);
  }

  @Property(tries = 200)
  void aWideBeamFindsTheBestOfAllOutputs(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = LENGTHS) int maxLength,
      @ForAll @DoubleRange(min = 0, max = 2) double penalty) {
    float[][][] table = table(seed);
    List<Hypothesis> all = TableTokens.all(table, maxLength, LengthPenalty.power(penalty));
    List<Hypothesis> found = search(ALL, penalty, new int[] {maxLength}, table).get(0);
    assertThat(found).hasSameSizeAs(all);
    assertThat(found.get(0).tokens()).isEqualTo(all.get(0).tokens());
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).score()).isCloseTo(all.get(i).score(), within(1e-9));
    }
  }

  @Property(tries = 200)
  void greedySearchTakesTheLikeliestTokenAtEachStep(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = LENGTHS) int maxLength) {
    float[][][] table = table(seed);
    List<Integer> expected = new ArrayList<>();
    double logProbability = 0;
    int newest = TableTokens.BEGIN;
    while (expected.size() < maxLength && newest != TableTokens.END) {
      float[] next = table[expected.size()][newest];
      newest = TableTokens.END;
      for (int token = TableTokens.NEVER; token < VOCABULARY; token++) {
        newest = next[token] > next[newest] ? token : newest;
      }
      logProbability += next[newest];
      if (newest != TableTokens.END) {
        expected.add(newest);
      }
    }
    List<Hypothesis> found = search(1, 1, new int[] {maxLength}, table).get(0);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).tokens())
        .containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
    assertThat(found.get(0).logProbability()).isCloseTo(logProbability, within(1e-9));
  }

  @Property(tries = 200)
  void outputsAreDifferentRankedWithoutMarksAndNotTooLong(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int beam,
      @ForAll @IntRange(min = 1, max = LENGTHS) int maxLength) {
    float[][][] table = table(seed);
    List<Hypothesis> all = TableTokens.all(table, maxLength, LengthPenalty.power(1));
    List<Hypothesis> found = search(beam, 1, new int[] {maxLength}, table).get(0);
    assertThat(found).isNotEmpty();
    assertThat(found.stream().map(h -> Arrays.toString(h.tokens()))).doesNotHaveDuplicates();
    assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    for (Hypothesis hypothesis : found) {
      assertThat(hypothesis.tokens()).hasSizeLessThanOrEqualTo(maxLength);
      for (int token : hypothesis.tokens()) {
        assertThat(token).isBetween(TableTokens.NEVER, VOCABULARY - 1);
      }
      Hypothesis listed =
          all.stream()
              .filter(h -> Arrays.equals(h.tokens(), hypothesis.tokens()))
              .findFirst()
              .orElseThrow();
      assertThat(hypothesis.logProbability()).isCloseTo(listed.logProbability(), within(1e-9));
      assertThat(hypothesis.score()).isCloseTo(listed.score(), within(1e-9));
    }
  }

  @Property(tries = 200)
  void aBatchGivesWhatEachSequenceGivesAlone(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int beam,
      @ForAll @IntRange(min = 1, max = 5) int sequences) {
    Random random = new Random(seed);
    float[][][][] tables = new float[sequences][][][];
    int[] maxLengths = new int[sequences];
    for (int i = 0; i < sequences; i++) {
      tables[i] = table(random.nextLong());
      maxLengths[i] = 1 + random.nextInt(LENGTHS);
    }
    List<List<Hypothesis>> together = search(beam, 1, maxLengths, tables);
    assertThat(together).hasSize(sequences);
    for (int i = 0; i < sequences; i++) {
      List<Hypothesis> alone = search(beam, 1, new int[] {maxLengths[i]}, tables[i]).get(0);
      assertThat(together.get(i)).hasSameSizeAs(alone);
      for (int k = 0; k < alone.size(); k++) {
        assertThat(together.get(i).get(k).tokens()).isEqualTo(alone.get(k).tokens());
        assertThat(together.get(i).get(k).score()).isEqualTo(alone.get(k).score());
      }
    }
  }

  @Test
  void forbiddenMarksAreNotWrittenHoweverLikely() {
    float[][][] table = new float[LENGTHS][VOCABULARY][VOCABULARY];
    for (float[][] ofLength : table) {
      for (float[] next : ofLength) {
        Arrays.fill(next, -9);
        next[0] = -0.001f;
        next[TableTokens.BEGIN] = -0.5f;
        next[TableTokens.END] = -30;
        next[4] = -1;
      }
    }
    List<Hypothesis> found = search(2, 0, new int[] {3}, table).get(0);
    assertThat(found.get(0).tokens()).containsExactly(4, 4, 4);
  }

  @Test
  void aVocabularyOfMarksAloneEndsAtOnce() {
    float[][][] table = TableTokens.random(new Random(1), 2, TableTokens.NEVER);
    List<Hypothesis> found = search(5, 1, new int[] {2}, table).get(0);
    assertThat(found).singleElement().extracting(Hypothesis::tokens).isEqualTo(new int[0]);
  }

  @Test
  void nothingToSearchForIsNothing() {
    assertThat(search(3, 1, new int[0])).isEmpty();
  }

  @Test
  void notANumberDoesNotKeepTheSearchGoing() {
    float[][][] table = new float[LENGTHS][VOCABULARY][VOCABULARY];
    for (float[][] ofLength : table) {
      for (float[] next : ofLength) {
        Arrays.fill(next, Float.NaN);
      }
    }
    assertThat(search(3, 1, new int[] {LENGTHS}, table).get(0)).isNotEmpty();
  }

  @Test
  void aBeamOfNothingIsRefused() {
    assertThatThrownBy(() -> search(0, 1, new int[] {1}, table(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("beam must be at least 1, is 0");
  }
}
