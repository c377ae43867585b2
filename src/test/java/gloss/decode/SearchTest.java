package gloss.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.recipe.DecodingRecipe;
import gloss.text.InputException;
import gloss.yaml.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Search over small tables, where every output can be listed. */
class SearchTest {
  private static final int LENGTHS = 4;
  private static final int VOCABULARY = 6;

  /** As many as there are outputs: 3 words in up to 4 places. */
  private static final int ALL = 1 + 3 + 9 + 27 + 81;

  private static final Marks MARKS = new Marks(TableTokens.BEGIN, TableTokens.END, List.of(0, 1));

  /** A search whose recipe has some keys changed. */
  private static List<List<Hypothesis>> search(
      List<String> settings, List<Demand> demands, float[][][]... tables) {
    DecodingRecipe recipe =
        DecodingRecipe.defaults()
            .with(settings.stream().map(text -> Setting.parse(text, "--set")).toList());
    return new Search(recipe, MARKS, token -> false).search(new TableTokens(tables), demands);
  }

  private static List<List<Hypothesis>> search(
      int beam, double penalty, int[] maxLengths, float[][][]... tables) {
    return search(
        List.of("search.beam=" + beam, "length.penalty.power=" + penalty),
        Arrays.stream(maxLengths).mapToObj(Demand::upTo).toList(),
        tables);
  }

  private static Hypothesis best(List<String> settings, Demand demand, float[][][] table) {
    return search(settings, List.of(demand), table).get(0).get(0);
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

  @Property(tries = 200)
  void theOptimalRuleStopsEarlierAndFindsTheSame(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int beam,
      @ForAll @DoubleRange(min = 0, max = 1) double penalty) {
    String power = "length.penalty.power=" + penalty;
    Demand demand = Demand.upTo(LENGTHS);
    Hypothesis optimal =
        best(List.of("search.beam=" + beam, "search.stop=optimal", power), demand, table(seed));
    Hypothesis endless =
        best(List.of("search.beam=" + beam, "search.patience=1000", power), demand, table(seed));
    assertThat(optimal.tokens()).isEqualTo(endless.tokens());
    assertThat(optimal.score()).isEqualTo(endless.score());
  }

  @Property(tries = 100)
  void noOutputIsShorterThanWanted(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = LENGTHS) int least) {
    Demand demand = new Demand(least, LENGTHS, List.of(), List.of(), List.of(), 0);
    assertThat(search(List.of("search.beam=3"), List.of(demand), table(seed)).get(0))
        .allMatch(hypothesis -> hypothesis.tokens().length >= least);
  }

  @Property(tries = 100)
  void noPairOfTokensComesTwice(@ForAll long seed) {
    float[][][] table = TableTokens.random(new Random(seed), 12, 5);
    Hypothesis blocked = best(List.of("repetition.no-repeat-ngram=2"), demandOfLength(10), table);
    List<String> pairs = new ArrayList<>();
    for (int i = 1; i < blocked.tokens().length; i++) {
      pairs.add(blocked.tokens()[i - 1] + " " + blocked.tokens()[i]);
    }
    assertThat(pairs).doesNotHaveDuplicates();
  }

  private static Demand demandOfLength(int length) {
    return new Demand(length, length, List.of(), List.of(), List.of(), 0);
  }

  @Property(tries = 100)
  void theRepetitionPenaltyChangesTheScoreAndNotTheModelsLogProbabilities(@ForAll long seed) {
    float[][][] table = TableTokens.random(new Random(seed), 6, 5);
    List<String> settings =
        List.of("repetition.penalty=1.7", "length.penalty={type: none}", "search.beam=2");
    Hypothesis found = best(settings, demandOfLength(5), table);
    double score = 0;
    int newest = TableTokens.BEGIN;
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < found.tokens().length; i++) {
      int token = found.tokens()[i];
      float own = table[i][newest][token];
      assertThat(found.logProbabilities()[i]).isCloseTo(own, within(1e-6));
      score += seen.contains(token) ? 1.7 * own : own;
      seen.add(token);
      newest = token;
    }
    assertThat(found.score()).isCloseTo(score, within(1e-5));
  }

  @Property(tries = 100)
  void anOutputBeginsAsItIsTold(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int beam) {
    Demand demand = new Demand(0, LENGTHS, List.of(4, 3), List.of(), List.of(), 0);
    for (Hypothesis found :
        search(List.of("search.beam=" + beam), List.of(demand), table(seed)).get(0)) {
      assertThat(found.tokens()).startsWith(4, 3);
    }
  }

  @Property(tries = 100)
  void requiredPhrasesAreThereAndForbiddenOnesAreNot(@ForAll long seed) {
    float[][][] table = TableTokens.random(new Random(seed), 9, 9);
    Phrase pair = new Phrase(new int[] {5, 6}, new int[] {5, 6});
    Phrase single = new Phrase(new int[] {7}, new int[] {7});
    Phrase never = new Phrase(new int[] {6, 7}, new int[] {6, 7});
    Demand demand = new Demand(0, 8, List.of(), List.of(pair, single), List.of(never), 0);
    Hypothesis found = best(List.of("search.beam=4"), demand, table);
    assertThat(found.missing()).isEmpty();
    assertThat(Arrays.stream(found.tokens()).boxed().toList())
        .containsSequence(5, 6)
        .contains(7)
        .doesNotContainSequence(6, 7);
  }

  @Test
  void whatCannotBeMetIsSaidAndTheRestComes() {
    Phrase longer = new Phrase(new int[] {3, 4, 5, 3, 4}, new int[] {3, 4, 5, 3, 4});
    Demand demand = new Demand(0, 3, List.of(), List.of(longer), List.of(), 0);
    Hypothesis found = best(List.of("search.beam=4"), demand, table(3));
    assertThat(found.missing()).containsExactly(0);
    assertThat(found.tokens()).hasSize(3);
  }

  @Property(tries = 100)
  void diverseGroupsWithoutStrengthAreTheSameAndWithItDiffer(@ForAll long seed) {
    float[][][] table = TableTokens.random(new Random(seed), 5, 9);
    List<String> kind = List.of("search={type: diverse-beam, beam: 3, groups: 3, strength: 0}");
    List<Hypothesis> same = search(kind, List.of(demandOfLength(4)), table).get(0);
    assertThat(same).allMatch(h -> Arrays.equals(h.tokens(), same.get(0).tokens()));
    List<String> strong = List.of("search={type: diverse-beam, beam: 3, groups: 3, strength: 9}");
    List<Hypothesis> diverse = search(strong, List.of(demandOfLength(4)), table).get(0);
    assertThat(diverse.stream().map(h -> h.tokens()[0])).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void drawnTokensFollowTheModelAndTheSeed() {
    float[][][] table = TableTokens.random(new Random(5), 1, 6);
    List<String> settings =
        List.of("search={type: sampling, temperature: 1}", "output.n-best=1000");
    Demand demand = new Demand(1, 1, List.of(), List.of(), List.of(), 7);
    List<Hypothesis> drawn = search(settings, List.of(demand), table).get(0);
    assertThat(drawn).hasSize(1000);
    double mass = 0;
    for (int token = TableTokens.NEVER; token < 6; token++) {
      mass += Math.exp(table[0][TableTokens.BEGIN][token]);
    }
    for (int token = TableTokens.NEVER; token < 6; token++) {
      int id = token;
      double share = drawn.stream().filter(h -> h.tokens()[0] == id).count() / 1000.0;
      assertThat(share)
          .isCloseTo(Math.exp(table[0][TableTokens.BEGIN][token]) / mass, within(0.06));
    }
    List<Hypothesis> again = search(settings, List.of(demand), table).get(0);
    assertThat(again.stream().map(h -> h.tokens()[0]))
        .containsExactlyElementsOf(drawn.stream().map(h -> h.tokens()[0]).toList());
  }

  @Test
  void aBeamOfNothingIsRefused() {
    assertThatThrownBy(() -> search(0, 1, new int[] {1}, table(1)))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("search.beam: must be at least 1, is 0");
  }
}
