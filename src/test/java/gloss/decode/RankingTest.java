package gloss.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gloss.recipe.LengthPenaltyRecipe;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
  @Test
  void penaltiesAreThoseOfTheirPapers() {
    assertThat(LengthPenalty.of(new LengthPenaltyRecipe.None()).of(9)).isEqualTo(1);
    assertThat(LengthPenalty.of(new LengthPenaltyRecipe.Average(1)).of(9)).isEqualTo(9);
    assertThat(LengthPenalty.of(new LengthPenaltyRecipe.Average(0.5)).of(9)).isEqualTo(3);
    assertThat(LengthPenalty.of(new LengthPenaltyRecipe.Gnmt(0.6)).of(7))
        .isCloseTo(Math.pow(2, 0.6), within(1e-12));
  }

  @Test
  void coverageCountsWhatWasNotLookedAt() {
    Ranking ranking = new Ranking(LengthPenalty.power(0), 0.5);
    List<float[]> attention = List.of(new float[] {0.75f, 0.25f}, new float[] {0.5f, 0.25f});
    assertThat(ranking.score(-2, 2, attention)).isCloseTo(-2 + 0.5 * Math.log(0.5), within(1e-6));
    assertThat(ranking.score(-2, 2, List.of())).isEqualTo(-2);
  }

  @Test
  void nothingScoresHigherThanTheBound() {
    Ranking ranking = new Ranking(LengthPenalty.power(1), 0);
    assertThat(ranking.bound(-6, 12))
        .isEqualTo(-0.5)
        .isGreaterThan(ranking.score(-6, 5, List.of()));
  }
}
