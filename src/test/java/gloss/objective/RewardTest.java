package gloss.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.recipe.RewardRecipe;
import gloss.recipe.RewardTerm;
import gloss.score.Breakdown;
import gloss.score.Segment;
import gloss.score.Signature;
import gloss.score.TextMetric;
import gloss.score.catalog.TextMetrics;
import gloss.score.regression.ErrorBreakdown;
import gloss.text.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RewardTest {
  private static final String REFERENCE = "the cat sat on the mat near the door and it slept";
  private static final RewardRecipe DEFAULTS = new RewardRecipe("add-k", false, false);

  private static double reward(RewardRecipe recipe, String output, String... metrics) {
    return Reward.of(Arrays.stream(metrics).map(RewardTerm::parse).toList(), recipe)
        .of(output, REFERENCE, 1);
  }

  @TestFactory
  Stream<DynamicTest> everyMetricRewardsWhatIsBetter() {
    return TextMetrics.index().keySet().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      double perfect = reward(DEFAULTS, REFERENCE, name);
                      double good =
                          reward(DEFAULTS, "the cat sat on the mat near the door and slept", name);
                      double bad = reward(DEFAULTS, "a dog", name);
                      assertThat(perfect).isCloseTo(1, within(1e-9));
                      assertThat(good).isLessThan(perfect).isGreaterThan(bad);
                    }));
  }

  @Test
  void anErrorRateIsTakenFromOne() {
    // One of twelve words is missing.
    assertThat(reward(DEFAULTS, "the cat sat on the mat near the door and it", "ter"))
        .isCloseTo(1 - 1 / 12.0, within(1e-9));
  }

  @Test
  void smoothingGivesAShortOutputCreditForItsWords() {
    double without = reward(new RewardRecipe("none", false, false), "the cat here", "bleu");
    double with = reward(DEFAULTS, "the cat here", "bleu");
    assertThat(without).isZero();
    assertThat(with).isGreaterThan(0.01);
    assertThat(reward(new RewardRecipe("floor", false, false), "the cat here", "bleu"))
        .isBetween(1e-6, with);
  }

  @Test
  void severalMetricsAreAWeightedMean() {
    double bleu = reward(DEFAULTS, "the cat sat", "bleu");
    double rouge = reward(DEFAULTS, "the cat sat", "rougeL");
    assertThat(reward(DEFAULTS, "the cat sat", "3 bleu", "rougeL"))
        .isCloseTo(0.75 * bleu + 0.25 * rouge, within(1e-12));
  }

  @Test
  void caseAndStemsMayBeIgnored() {
    assertThat(reward(new RewardRecipe("add-k", true, false), REFERENCE.toUpperCase(), "bleu"))
        .isCloseTo(1, within(1e-9));
    assertThat(reward(new RewardRecipe("add-k", false, true), "cats", "rouge1"))
        .isGreaterThan(reward(DEFAULTS, "cats", "rouge1"));
  }

  @Test
  void anEmptyOutputHasNoReward() {
    for (String metric : new String[] {"bleu", "chrf", "rouge1", "rouge2", "rougeL", "rougeLsum"}) {
      assertThat(reward(DEFAULTS, "", metric)).as(metric).isZero();
    }
  }

  @Test
  void aMetricThatGivesNoNumberIsNamed() {
    TextMetric broken = new BrokenMetric();
    Reward reward = new Reward(List.of(new Reward.Term("broken", 1, broken)));
    assertThatThrownBy(() -> reward.of("what it wrote", REFERENCE, 17))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "objective.risk.metric: broken gives NaN for an output of line 17 of the training text:"
                + " 'what it wrote'");
  }

  /** 0 / 0. */
  private static final class BrokenMetric implements TextMetric {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public Signature signature() {
      return Signature.empty();
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public double[] statistics(Segment segment) {
      return new double[1];
    }

    @Override
    public Breakdown breakdown(double[] sums) {
      return new ErrorBreakdown(sums[0] / 0, 1);
    }
  }
}
