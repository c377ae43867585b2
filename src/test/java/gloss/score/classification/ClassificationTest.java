package gloss.score.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.score.Accumulator;
import gloss.score.Metric;
import gloss.score.classification.FScore.Quantity;
import gloss.score.significance.Bootstrap;
import gloss.score.significance.Evaluation;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values were computed with scikit-learn 1.2.1. */
class ClassificationTest {
  private static final double TINY = 1e-12;

  /** Class 2 has no example, class 3 is never predicted, class 4 is neither. */
  private static final List<Classified> EXAMPLES =
      pairs(new int[] {0, 0, 1, 1, 3, 3, 0, 1, 3, 0}, new int[] {0, 1, 1, 2, 1, 0, 0, 1, 2, 0});

  private static final Map<String, Averaging> AVERAGES =
      Map.of("micro", Averaging.MICRO, "macro", Averaging.MACRO, "weighted", Averaging.WEIGHTED);

  private static List<Classified> pairs(int[] truth, int[] predicted) {
    List<Classified> pairs = new ArrayList<>();
    for (int i = 0; i < truth.length; i++) {
      pairs.add(new Classified(truth[i], predicted[i]));
    }
    return pairs;
  }

  @Test
  void accuracy() {
    assertThat(new Accuracy().score(EXAMPLES).value()).isEqualTo(0.5);
    assertThat(new Accuracy().score(EXAMPLES).text(2)).startsWith("accuracy|version:");
  }

  @Test
  void confusionMatrix() {
    ConfusionMatrix matrix = ConfusionMatrix.of(5, EXAMPLES);
    assertThat(matrix.toArray())
        .isDeepEqualTo(
            new long[][] {
              {3, 1, 0, 0, 0}, {0, 2, 1, 0, 0}, {0, 0, 0, 0, 0}, {1, 1, 1, 0, 0}, {0, 0, 0, 0, 0}
            });
    assertThat(matrix.accuracy()).isEqualTo(0.5);
    assertThat(matrix.count(3, 1)).isEqualTo(1);
    assertThat(matrix.toString()).startsWith("3 1 0 0 0\n0 2 1 0 0\n");
    ConfusionMatrix left = ConfusionMatrix.of(5, EXAMPLES.subList(0, 4));
    ConfusionMatrix right = ConfusionMatrix.of(5, EXAMPLES.subList(4, 10));
    assertThat(left.plus(right).toArray()).isDeepEqualTo(matrix.toArray());
    FScore f1 = FScore.builder(5).build();
    assertThat(f1.breakdown(matrix)).isEqualTo(f1.score(EXAMPLES).breakdown());
  }

  @ParameterizedTest
  @CsvSource({
    "0,micro,false,0.5,0.5,0.5",
    "0,macro,false,0.3125,0.35416666666666663,0.3303571428571429",
    "0,weighted,false,0.45,0.5,0.4714285714285714",
    "0,macro,true,0.25,0.2833333333333333,0.26428571428571435",
    "1,micro,false,0.5,0.5,0.5",
    "1,macro,false,0.5625,0.6041666666666666,0.3303571428571429",
    "1,weighted,false,0.75,0.5,0.4714285714285714",
    "1,macro,true,0.65,0.6833333333333333,0.4642857142857143"
  })
  void averages(int undefined, String average, boolean all, double p, double r, double f) {
    FScore.Builder builder =
        FScore.builder(5).averaging(AVERAGES.get(average)).undefined(undefined).allClasses(all);
    FScoreBreakdown breakdown = builder.build().score(EXAMPLES).breakdown(FScoreBreakdown.class);
    assertThat(breakdown.average().precision()).isCloseTo(p, within(TINY));
    assertThat(breakdown.average().recall()).isCloseTo(r, within(TINY));
    assertThat(breakdown.value()).isCloseTo(f, within(TINY));
    assertThat(builder.quantity(Quantity.RECALL).build().score(EXAMPLES).value())
        .isCloseTo(r, within(TINY));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0.75,0.75,0.75",
    "0,1,0.5,0.6666666666666666,0.5714285714285715",
    "0,2,0,0,0",
    "0,3,0,0,0",
    "0,4,0,0,0",
    "1,2,0,1,0",
    "1,3,1,0,0",
    "1,4,1,1,1"
  })
  void oneClass(int undefined, int positive, double p, double r, double f) {
    FScore score =
        FScore.builder(5).averaging(Averaging.binary(positive)).undefined(undefined).build();
    ClassRates rates = score.score(EXAMPLES).breakdown(FScoreBreakdown.class).average();
    assertThat(rates.precision()).isCloseTo(p, within(TINY));
    assertThat(rates.recall()).isCloseTo(r, within(TINY));
    assertThat(rates.f1()).isCloseTo(f, within(TINY));
  }

  @Test
  void explainsWhatIsUndefined() {
    FScore f1 = FScore.builder(5).build();
    assertThat(f1.toString()).startsWith("f1|avg:macro|classes:occurring|undefined:0.0|version:");
    assertThat(f1.score(EXAMPLES).explain())
        .contains("class 2: precision 0.0000, recall 0.0000 (undefined: no example)")
        .contains("class 3: precision 0.0000 (undefined: never predicted)")
        .doesNotContain("class 4");
  }

  private static List<ClassScores> scored(int[] truth, double[]... scores) {
    List<ClassScores> list = new ArrayList<>();
    for (int i = 0; i < truth.length; i++) {
      list.add(new ClassScores(truth[i], scores[i]));
    }
    return list;
  }

  private static final List<ClassScores> SCORED =
      scored(
          new int[] {0, 1, 2, 2, 1},
          new double[] {.5, .2, .3},
          new double[] {.3, .4, .3},
          new double[] {.2, .4, .4},
          new double[] {.7, .2, .1},
          new double[] {.4, .4, .2});

  @Test
  void topK() {
    assertThat(new TopK(1).score(SCORED).value()).isEqualTo(0.8);
    assertThat(new TopK(2).score(SCORED).value()).isEqualTo(0.8);
    assertThat(new TopK(3).score(SCORED).value()).isEqualTo(1);
    assertThat(new TopK(5).toString()).startsWith("top-5|k:5");
    assertThat(SCORED.get(4).best()).isEqualTo(new Classified(1, 0));
  }

  @Test
  void logLoss() {
    assertThat(new LogLoss().score(SCORED).value()).isCloseTo(1.148920893835291, within(TINY));
    List<ClassScores> certain =
        scored(
            new int[] {0, 1, 2},
            new double[] {1, 0, 0},
            new double[] {0, 0, 1},
            new double[] {0, 1, 0});
    assertThat(new LogLoss().score(certain).value()).isCloseTo(24.029102259411435, within(1e-9));
    assertThat(new LogLoss().higherIsBetter()).isFalse();
  }

  @Test
  void refusesWhatIsNoExample() {
    assertThatThrownBy(() -> new Classified(-1, 0)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new ClassScores(3, new double[3]))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("class 3 has no score");
    assertThatThrownBy(() -> new ClassScores(0, new double[] {Double.NaN}))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new LogLoss().statistics(new ClassScores(0, new double[] {.5, .2})))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("add up to 1");
    assertThatThrownBy(() -> new LogLoss().statistics(new ClassScores(0, new double[] {2, -1})))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> FScore.builder(2).build().statistics(new Classified(0, 2)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("class 2 is beyond the 2 known classes");
    assertThatThrownBy(() -> FScore.builder(2).averaging(Averaging.binary(2)).build())
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new ConfusionMatrix.Counter(0)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new TopK(0)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new Accuracy().score(List.of())).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> FScore.builder(2).undefined(0.5)).isInstanceOf(InputException.class);
  }

  @Property(tries = 200)
  void mergedSumsAreOneSum(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 3) Integer> truth, @ForAll int seed) {
    List<Classified> examples = new ArrayList<>();
    for (int i = 0; i < truth.size(); i++) {
      examples.add(new Classified(truth.get(i), Math.floorMod(seed * (i + 7), 4)));
    }
    for (Metric<Classified> metric :
        List.of(
            new Accuracy(),
            FScore.builder(4).averaging(Averaging.WEIGHTED).build(),
            FScore.builder(4).averaging(Averaging.MICRO).build())) {
      Accumulator<Classified> left = metric.accumulator();
      Accumulator<Classified> right = metric.accumulator();
      examples.subList(0, truth.size() / 2).forEach(left::add);
      examples.subList(truth.size() / 2, truth.size()).forEach(right::add);
      right.merge(left);
      assertThat(right.score().value())
          .isEqualTo(metric.score(examples).value())
          .isBetween(0.0, 1.0);
    }
  }

  @Test
  void confidenceAsForTexts() {
    assertThat(
            new Bootstrap(100)
                .confidence(Evaluation.of(FScore.builder(5).build(), EXAMPLES))
                .confidence())
        .isPresent();
  }
}
