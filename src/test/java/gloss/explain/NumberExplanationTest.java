package gloss.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Figures of rows whose predictions are given. */
class NumberExplanationTest {
  private static NumberExample row(int number, double target, double output) {
    return new NumberExample(
        number,
        "rows.csv:" + number,
        target,
        output,
        new Content.Row(List.of("x", "y"), List.of("" + number, "" + target)));
  }

  private static NumberExplanation of(List<NumberExample> rows) {
    return new NumberExplanation("rent", "valid", "y", rows);
  }

  @Test
  void errorsAreWhatIsPredictedLessWhatIsRight() {
    NumberExplanation two = of(List.of(row(1, 10, 13), row(2, 20, 19)));
    assertThat(two.bias()).isEqualTo(1);
    assertThat(two.total()).isEqualTo(10);
    assertThat(two.scores()).extracting(score -> score.name()).contains("RMSE", "MAE", "R2");
    assertThat(Explanation.hardestFirst(two.examples()).get(0).number()).isEqualTo(1);
  }

  @Property(tries = 50)
  void everyRowIsInOneGroup(
      @ForAll @IntRange(min = 1, max = 60) int count,
      @ForAll @IntRange(min = 1, max = 12) int groups,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<NumberExample> rows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      rows.add(row(i, random.nextInt(8), random.nextGaussian()));
    }
    List<Quantiles.Group> found = Quantiles.byTarget(of(rows), groups);
    assertThat(found.stream().mapToLong(Quantiles.Group::count).sum()).isEqualTo(count);
    assertThat(found.size()).isBetween(1, groups);
    for (int i = 1; i < found.size(); i++) {
      assertThat(found.get(i).from()).isGreaterThan(found.get(i - 1).to());
    }
    assertThat(found.stream().mapToDouble(g -> g.count() * g.rmse() * g.rmse()).sum())
        .isCloseTo(of(rows).total(), within(1e-9 * (1 + of(rows).total())));
  }

  @Test
  void rangesAreNamedShortly() {
    List<NumberExample> rows = List.of(row(1, 0.5, 0), row(2, 120, 0), row(3, 1234.5, 0));
    assertThat(Quantiles.byTarget(of(rows), 1).get(0).name()).isEqualTo("0.5 – 1235");
    assertThat(Quantiles.byTarget(of(rows), 3).get(1).name()).isEqualTo("120");
  }

  @Test
  void columnsThatTellHardRowsComeFirstAndTheTargetIsNone() {
    List<NumberExample> rows = new ArrayList<>();
    for (int i = 1; i <= 80; i++) {
      rows.add(row(i, i % 7, i > 60 ? 100 : i % 7));
    }
    List<Slices.Slice<NumberExample>> slices =
        Slices.of(rows, NumberExample::content, Set.of("y"), 3);
    assertThat(slices).extracting(Slices.Slice::column).containsExactly("x");
    assertThat(slices.get(0).groups()).containsOnlyKeys("1 – 20", "21 – 40", "41 – 60", "61 – 80");
    assertThat(slices.get(0).worst()).isGreaterThan(8000);
  }

  @Test
  void groupsOfNumbersStandInTheirOrderAndOthersByHowFrequentTheyAre() {
    List<NumberExample> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<String> cells =
          List.of(i < 30 ? "10" : i < 45 ? "2" : "-1", i < 20 ? "red" : "blue", "" + i);
      rows.add(
          new NumberExample(
              i + 1, "r", i, 0, new Content.Row(List.of("rooms", "colour", "y"), cells)));
    }
    List<Slices.Slice<NumberExample>> slices =
        Slices.of(rows, NumberExample::content, Set.of("y"), 3);
    assertThat(slices)
        .extracting(slice -> List.copyOf(slice.groups().keySet()))
        .containsExactlyInAnyOrder(List.of("-1", "2", "10"), List.of("blue", "red"));
  }

  @Test
  void aSmallerErrorIsBetter() {
    Random random = new Random();
    List<NumberExample> bad = new ArrayList<>();
    List<NumberExample> good = new ArrayList<>();
    for (int i = 1; i <= 80; i++) {
      double target = random.nextGaussian();
      bad.add(row(i, target, target + 2 * random.nextGaussian()));
      good.add(row(i, target, target + 0.1 * random.nextGaussian()));
    }
    ModelComparison comparison = ModelComparison.of(of(bad), of(good));
    assertThat(comparison.tests().get(0))
        .matches(test -> test.isSignificant() && test.isBetter() && !test.higherIsBetter());
    assertThat(comparison.changed()).hasSize(80);
    assertThat(comparison.changed().get(0).gain()).isPositive();
    assertThat(comparison.changed().get(0).scoreB()).isLessThan(1);
  }

  @Test
  void predictionsThatAreNoNumbersAreRefused() {
    assertThatThrownBy(() -> of(List.of(row(3, 1, Double.NaN))))
        .isInstanceOf(InputException.class)
        .hasMessage("rows.csv:3: the model predicts no number; its training has failed");
    assertThatThrownBy(() -> of(List.of())).isInstanceOf(InputException.class);
  }
}
