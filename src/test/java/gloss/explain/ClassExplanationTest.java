package gloss.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of examples whose probabilities are given. */
class ClassExplanationTest {
  private static final List<String> CLASSES = List.of("cat", "dog", "owl");

  private static ClassExample example(int number, int label, double... probabilities) {
    return new ClassExample(
        number,
        number + ".png",
        label,
        probabilities,
        CLASSES,
        new Content.Row(List.of("colour"), List.of(number % 2 == 0 ? "even" : "odd")));
  }

  private static ClassExplanation of(ClassExample... examples) {
    return new ClassExplanation("pets", "valid", CLASSES, List.of(examples));
  }

  private static ClassExplanation four() {
    return of(
        example(1, 0, 0.7, 0.2, 0.1),
        example(2, 0, 0.1, 0.8, 0.1),
        example(3, 1, 0.2, 0.6, 0.2),
        example(4, 2, 0, 1, 0));
  }

  @Test
  void lossesAreThoseOfTheLabels() {
    ClassExplanation four = four();
    assertThat(four.accuracy()).isEqualTo(0.5);
    assertThat(four.majority()).isEqualTo(0.5);
    assertThat(four.examples().get(0).loss()).isCloseTo(-Math.log(0.7), within(1e-12));
    assertThat(four.examples().get(3).loss()).isFinite().isGreaterThan(700);
    assertThat(four.confusion()).isDeepEqualTo(new long[][] {{1, 1, 0}, {0, 1, 0}, {0, 1, 0}});
    assertThat(four.scores()).extracting(score -> score.name()).contains("accuracy", "log loss");
    assertThat(Confusions.of(four.examples().stream(), 9))
        .extracting(Confusions.Confusion::right, Confusions.Confusion::predicted)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("owl", "dog"),
            org.assertj.core.groups.Tuple.tuple("cat", "dog"));
    assertThat(Calibration.of(four.examples().stream()).groups()).hasSize(4);
  }

  @Test
  void figuresOfAClassAreItsRates() {
    List<ClassFigures> figures = ClassFigures.of(four());
    assertThat(figures.get(0).recall()).isEqualTo(0.5);
    assertThat(figures.get(0).precision()).isEqualTo(1);
    assertThat(figures.get(1).precision()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(figures.get(1).f1()).isCloseTo(0.5, within(1e-12));
    assertThat(figures.get(2).chosen()).isZero();
    assertThat(figures.stream().mapToLong(ClassFigures::count).sum()).isEqualTo(4);
  }

  @Test
  void aLabelIsSuspectWhereAnotherClassIsAsSureAsItsOwn() {
    List<ClassExample> examples = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      examples.add(example(i, 0, 0.9, 0.05, 0.05));
      examples.add(example(20 + i, 1, 0.3, 0.6, 0.1));
    }
    examples.add(example(41, 0, 0.1, 0.7, 0.2));
    examples.add(example(42, 1, 0.55, 0.45, 0));
    assertThat(
            Suspects.of(new ClassExplanation("pets", "train", CLASSES, examples)).stream()
                .map(ClassExample::number))
        .containsExactly(41);
  }

  @Test
  void slicesAreByWhatStandsInAColumn() {
    List<ClassExample> examples = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      examples.add(i % 2 == 0 ? example(i, 0, 0.9, 0.1, 0) : example(i, 0, 0.2, 0.8, 0));
    }
    List<Slices.Slice<ClassExample>> slices =
        Slices.of(examples, ClassExample::content, java.util.Set.of(), 5);
    assertThat(slices).hasSize(1);
    assertThat(slices.get(0).groups()).containsOnlyKeys("even", "odd");
    assertThat(slices.get(0).worst()).isCloseTo(-Math.log(0.2), within(1e-9));
  }

  private static ClassExplanation sure(String model, double right, int wrongEvery) {
    List<ClassExample> examples = new ArrayList<>();
    double rest = (1 - right) / 2;
    for (int i = 1; i <= 100; i++) {
      examples.add(
          i % wrongEvery == 0
              ? example(i, 0, rest, right, rest)
              : example(i, 0, right, rest, rest));
    }
    return new ClassExplanation(model, "valid", CLASSES, examples);
  }

  @Test
  void theSameExamplesAreComparedInPairs() {
    ModelComparison comparison = ModelComparison.of(sure("A", 0.8, 2), sure("B", 0.8, 10));
    ModelComparison.Test accuracy = comparison.tests().get(0);
    assertThat(accuracy.a().value()).isEqualTo(0.5);
    assertThat(accuracy.b().value()).isEqualTo(0.9);
    assertThat(accuracy).matches(test -> test.isSignificant() && test.isBetter());
    assertThat(comparison.changed()).hasSize(40).allMatch(change -> change.gain() > 0.6);
    ModelComparison same = ModelComparison.of(sure("A", 0.8, 2), sure("B", 0.8, 2));
    assertThat(same.tests()).noneMatch(ModelComparison.Test::isSignificant);
    assertThat(same.changed()).isEmpty();
    // One example of a hundred may be an accident.
    assertThat(ModelComparison.of(sure("A", 0.8, 100), sure("B", 0.8, 101)).tests().get(0))
        .matches(test -> !test.isSignificant() && test.isBetter());
  }

  @Test
  void theOrderOfTheClassesDoesNotMatter() {
    List<String> other = List.of("owl", "cat", "dog");
    List<ClassExample> turned =
        four().examples().stream()
            .map(
                e ->
                    new ClassExample(
                        e.number(),
                        e.place(),
                        other.indexOf(e.truth()),
                        new double[] {
                          e.probabilities()[2], e.probabilities()[0], e.probabilities()[1]
                        },
                        other,
                        e.content()))
            .toList();
    ModelComparison comparison =
        ModelComparison.of(four(), new ClassExplanation("B", "valid", other, turned));
    assertThat(comparison.changed()).isEmpty();
    assertThat(comparison.tests()).allMatch(test -> test.p() == 1);
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    List<String> others = List.of("cat", "dog", "cow");
    ClassExplanation cows =
        new ClassExplanation(
            "B",
            "valid",
            others,
            List.of(
                new ClassExample(
                    1, "", 0, new double[] {1, 0, 0}, others, four().examples().get(0).content())));
    assertThatThrownBy(() -> ModelComparison.of(four(), cows))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("different classes");
    NumberExplanation numbers =
        new NumberExplanation(
            "rent",
            "valid",
            "rent",
            List.of(new NumberExample(1, "", 1, 1, new Content.Row(List.of(), List.of()))));
    assertThatThrownBy(() -> ModelComparison.of(four(), numbers))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "'pets' predicts classes and 'rent' predicts numbers; such models cannot be compared");
    assertThatThrownBy(() -> ModelComparison.of(four(), of(example(1, 1, 0.1, 0.9, 0))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("number 1 of 'valid' is not the same");
  }

  @Test
  void probabilitiesThatAreNoneAreRefused() {
    assertThatThrownBy(() -> of(example(1, 0, Double.NaN, 0.5, 0.5)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("1.png: the model's probabilities are no numbers");
    assertThatThrownBy(() -> of()).isInstanceOf(InputException.class);
  }
}
