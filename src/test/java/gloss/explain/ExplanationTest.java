package gloss.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.score.TextMetric;
import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures of lines whose losses are given. */
class ExplanationTest {
  private static Token right(String text, long frequency, double p) {
    return new Token(text, frequency, -Math.log(p), text, p);
  }

  private static Token wrong(String text, String predicted, double p, double confidence) {
    return new Token(text, 5, -Math.log(p), predicted, confidence);
  }

  private static Line line(int number, String reference, String output, Token... tokens) {
    return new Line(number, "source", List.of(reference), output, List.of(tokens), List.of());
  }

  private static List<TextMetric> metrics(String name) {
    return List.of(TextMetrics.named(name, MetricSettings.defaults()));
  }

  private static TextExplanation of(Line... lines) {
    return new TextExplanation("model", "valid", List.of(lines), metrics("bleu"), WordView.BLEU);
  }

  @Test
  void lossesAddUp() {
    TextExplanation two =
        of(
            line(1, "a b", "a b", right("a", 3, 0.5), right(" b", 30, 0.25)),
            line(2, "c", "d", wrong("c", "d", 0.125, 0.75)));
    assertThat(two.total()).isCloseTo(6 * Math.log(2), within(1e-12));
    assertThat(two.mean()).isCloseTo(2 * Math.log(2), within(1e-12));
    assertThat(two.accuracy()).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void binsHoldEveryTokenOnce() {
    TextExplanation two =
        of(
            line(1, "a b", "a b", right("a", 0, 0.5), right(" b", 30, 0.25)),
            line(2, "c", "d", wrong("c", "d", 0.125, 0.75)));
    assertThat(Bins.byFrequency(two))
        .extracting(Bins.Bin::name)
        .containsExactly("0", "1–9", "10–99");
    assertThat(Bins.byFrequency(two).get(1).mean()).isCloseTo(3 * Math.log(2), within(1e-12));
    assertThat(Bins.byPosition(two)).extracting(Bins.Bin::name).containsExactly("1", "2");
    assertThat(Bins.byPosition(two).get(0).accuracy()).isEqualTo(0.5);
    for (List<Bins.Bin> bins :
        List.of(Bins.byFrequency(two), Bins.byPosition(two), Bins.byLength(two))) {
      assertThat(bins.stream().mapToLong(Bins.Bin::tokens).sum()).isEqualTo(3);
      assertThat(bins.stream().mapToDouble(Bins.Bin::loss).sum())
          .isCloseTo(two.total(), within(1e-12));
    }
  }

  @Test
  void withoutTrainingTextThereAreNoFrequencies() {
    assertThat(Bins.byFrequency(of(line(1, "a", "a", right("a", -1, 0.5))))).isEmpty();
  }

  @Test
  void confusionsComeByTheirLoss() {
    TextExplanation three =
        of(
            line(1, "a b a", "", wrong("a", "x", 0.5, 0.5), wrong("b", "y", 0.1, 0.6)),
            line(2, "a", "", wrong("a", "x", 0.5, 0.5), right("c", 1, 0.001)));
    List<Confusions.Confusion> found = Confusions.of(three.tokens(), 5);
    assertThat(found).extracting(Confusions.Confusion::right).containsExactly("b", "a");
    assertThat(found.get(1).count()).isEqualTo(2);
    assertThat(Confusions.of(three.tokens(), 1)).hasSize(1);
  }

  @Test
  void theCalibrationErrorIsTheMeanDistance() {
    // Four tokens of confidence 0.8, three of them right; one of 0.35 that is wrong.
    TextExplanation five =
        of(
            line(
                1,
                "a",
                "a",
                right("a", 1, 0.8),
                right("a", 1, 0.8),
                right("a", 1, 0.8),
                wrong("a", "b", 0.1, 0.8),
                wrong("a", "b", 0.1, 0.35)));
    Calibration calibration = Calibration.of(five.tokens());
    assertThat(calibration.error()).isCloseTo(0.8 * 0.05 + 0.2 * 0.35, within(1e-9));
    assertThat(calibration.overconfidence()).isCloseTo(0.8 * 0.05 + 0.2 * 0.35, within(1e-9));
    assertThat(calibration.groups()).hasSize(2);
    assertThat(Calibration.of(of(line(1, "a", "a", right("a", 1, 1))).tokens()).error()).isZero();
  }

  @Test
  void theHardestLinesAreThoseOfLeastLikelyTokens() {
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      lines.add(line(i, "a", "a", right("a", 1, 0.5 + i / 1000.0)));
    }
    lines.set(41, line(42, "a b", "a", right("a", 1, 0.5), wrong("b", "c", 1e-6, 0.9)));
    TextExplanation all = of(lines.toArray(Line[]::new));
    Hardest<Line> hardest = Hardest.of(all.lines(), 0.01);
    assertThat(hardest.examples()).extracting(Line::number).containsExactly(42);
    assertThat(hardest.share()).isCloseTo(lines.get(41).loss() / all.total(), within(1e-12));
    assertThat(Hardest.outliers(all.lines(), Line::mean))
        .extracting(Line::number)
        .containsExactly(42);
    assertThat(Hardest.of(all.lines(), 0.1).examples()).hasSize(10);
  }

  @Test
  void ngramsAreLostLineByLine() {
    TextExplanation two =
        of(
            line(1, "a man sits .", "a man stands .", right("a", 1, 1)),
            line(2, "a man stands .", "a man sits .", right("a", 1, 1)));
    assertThat(LostNgrams.missing(two, 1, 9))
        .containsExactlyInAnyOrder(
            new LostNgrams.Ngram("sits", 1), new LostNgrams.Ngram("stands", 1));
    assertThat(LostNgrams.invented(two, 2, 1)).hasSize(1);
    assertThat(LostNgrams.missing(two, 5, 9)).isEmpty();
  }

  @Test
  void ofSeveralReferencesWhatIsInNoneIsInvented() {
    Line two =
        new Line(
            1,
            "",
            List.of("Meetings today", "a meeting tomorrow"),
            "meeting tomorrow at noon",
            List.of(right("a", 1, 1)),
            List.of());
    TextExplanation summary =
        new TextExplanation("m", "valid", List.of(two), metrics("rougeL"), WordView.ROUGE);
    assertThat(LostNgrams.missing(summary, 1, 9))
        .extracting(LostNgrams.Ngram::text)
        .containsExactly("today");
    assertThat(LostNgrams.invented(summary, 1, 9))
        .extracting(LostNgrams.Ngram::text)
        .containsExactly("at", "noon");
  }

  @Test
  void ngramsOfOneStemAreCountedTogetherAndShownAsTheyStand() {
    Line[] lines = {
      line(1, "Meeting of the board: 2 items", "board", right("a", 1, 1)),
      line(2, "Kim's meetings", "", right("a", 1, 1)),
      line(3, "No meetings; the meetings moved", "a Meeting", right("a", 1, 1))
    };
    TextExplanation summaries =
        new TextExplanation("m", "valid", List.of(lines), metrics("rouge1"), WordView.ROUGE);
    // Of three meetings that are missed two are written alike; the fourth is in the output.
    assertThat(LostNgrams.missing(summaries, 1, 2))
        .containsExactly(new LostNgrams.Ngram("meetings", 3), new LostNgrams.Ngram("the", 2));
    assertThat(LostNgrams.missing(summaries, 2, 99))
        .extracting(LostNgrams.Ngram::text)
        .contains("the board", "Kim s", "No meetings", "meetings moved");
    assertThat(LostNgrams.invented(summaries, 1, 9)).containsExactly(new LostNgrams.Ngram("a", 1));
  }

  @Test
  void wordsAreShownAsTheyStand() {
    assertThat(WordView.ROUGE.words("\u0130K\u212a, caf\u00e9s RUNNING"))
        .extracting(WordView.Word::shown)
        .containsExactly("\u0130", "K\u212a", "caf", "s", "RUNNING");
    assertThat(WordView.ROUGE.words("RUNNING"))
        .containsExactly(new WordView.Word("run", "RUNNING"));
    assertThat(WordView.BLEU.words("don't stop."))
        .extracting(WordView.Word::shown)
        .containsExactly("don't", "stop", ".");
  }

  @Test
  void tokensFallApartByWhatTheTextHolds() {
    TextExplanation one =
        of(
            line(
                1,
                "a b c",
                "a",
                new Token("a", 1, 1, "a", 0.5, 0),
                new Token("b", 1, 2, "b", 0.5, 0.2),
                new Token("c", 1, 3, "x", 0.5, 0.9)));
    assertThat(Bins.byCopying(one))
        .extracting(Bins.Bin::name)
        .containsExactly("not in the text", "in it, made", "in it, copied");
    assertThat(Bins.byCopying(one)).extracting(Bins.Bin::loss).containsExactly(1.0, 2.0, 3.0);
    assertThat(Bins.byCopying(of(line(1, "a", "a", right("a", 1, 1))))).isEmpty();
  }

  @Test
  void anEmptySplitIsRefused() {
    assertThatThrownBy(() -> of())
        .isInstanceOf(InputException.class)
        .hasMessage("nothing to explain: no line of 'valid' can be measured");
  }

  private static TextExplanation outputs(String model, String... outputs) {
    return new TextExplanation(
        model,
        "valid",
        IntStream.range(0, outputs.length)
            .mapToObj(i -> line(i + 1, "the cat sat here", outputs[i], right("a", 1, 0.5)))
            .toList(),
        metrics("chrf"),
        WordView.BLEU);
  }

  @Test
  void whatChangedMostComesFirst() {
    ModelComparison comparison =
        ModelComparison.of(
            outputs("A", "the cat", "the cat sat here", "same", "nothing"),
            outputs("B", "the cat sat", "a dog", "same", "the cat sat here"));
    assertThat(comparison.changed())
        .extracting(ModelComparison.Changed::number)
        .containsExactly(4, 1, 2);
    assertThat(comparison.changed().get(0).gain()).isGreaterThan(80);
    assertThat(comparison.tests())
        .extracting(test -> test.a().name())
        .containsExactly("chrF2", "loss");
  }

  @Test
  void aClearDifferenceIsSignificantAndNoneIsNot() {
    String[] bad = new String[60];
    String[] good = new String[60];
    java.util.Arrays.fill(bad, "the dog");
    java.util.Arrays.fill(good, "the cat sat here");
    for (int i = 0; i < 60; i += 7) {
      bad[i] = "the cat";
    }
    ModelComparison.Test test =
        ModelComparison.of(outputs("A", bad), outputs("B", good)).tests().get(0);
    assertThat(test.isSignificant()).isTrue();
    assertThat(test.isBetter()).isTrue();
    assertThat(ModelComparison.of(outputs("A", bad), outputs("B", bad)).tests().get(0))
        .matches(same -> !same.isSignificant() && !same.isBetter());
  }

  @Test
  void otherTextIsNotCompared() {
    TextExplanation other = of(line(1, "another reference", "the cat", right("a", 1, 0.5)));
    assertThatThrownBy(() -> ModelComparison.of(outputs("A", "the cat"), other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("number 1 of 'valid' is not the same");
  }
}
