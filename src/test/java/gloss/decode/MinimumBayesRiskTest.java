package gloss.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gloss.score.TextMetric;
import gloss.score.chrf.Chrf;
import gloss.score.ter.Ter;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinimumBayesRiskTest {
  private static final List<String> CANDIDATES =
      List.of("the cat sat down", "the cat sat", "the cat sat down", "a dog");

  @Test
  void theUtilityIsTheMeanScoreWithAllCandidates() {
    TextMetric chrf = Chrf.builder().build().forSegments();
    List<Double> utilities = MinimumBayesRisk.utilities(CANDIDATES, chrf);
    double sum = 0;
    for (String reference : CANDIDATES) {
      sum += chrf.score(List.of("the cat sat"), List.of(reference)).value();
    }
    assertThat(utilities.get(1)).isCloseTo(sum / 4, within(1e-9));
    assertThat(utilities.get(0)).isEqualTo(utilities.get(2)).isGreaterThan(utilities.get(1));
    assertThat(utilities.get(3)).isLessThan(utilities.get(1));
  }

  @Test
  void anErrorRateCountsBackwards() {
    List<Double> utilities =
        MinimumBayesRisk.utilities(CANDIDATES, Ter.builder().build().forSegments());
    assertThat(utilities.get(0)).isNegative().isGreaterThan(utilities.get(3));
  }
}
