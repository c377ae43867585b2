package gloss.score.rouge.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.score.Segment;
import gloss.score.significance.Bootstrap;
import gloss.score.significance.Evaluation;
import gloss.text.InputException;
import gloss.text.SentenceSplitter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rouge155Test {
  private static Rouge155 script(String options) throws IOException {
    return Rouge155.of(Rouge155Options.parse(options));
  }

  /** Recall, precision, F of one document, by measure. */
  private static Map<String, List<Double>> scores(String options, String text, String... models)
      throws IOException {
    return script(options).measures().stream()
        .collect(
            Collectors.toMap(
                Rouge155Measure::name,
                measure -> {
                  double[] s = measure.statistics(Segment.of(text, models));
                  return List.of(s[1], s[0], s[2]);
                }));
  }

  @Test
  void measuresOfOneDocument() throws IOException {
    Map<String, List<Double>> scores =
        scores("-n 2 -w 1.2 -2 4 -U", "the gunman kill police", "police kill the gunman");
    assertThat(scores)
        .containsEntry("ROUGE-1", List.of(1.0, 1.0, 1.0))
        .containsEntry("ROUGE-2", List.of(0.33333, 0.33333, 0.33333))
        .containsEntry("ROUGE-L", List.of(0.5, 0.5, 0.5))
        .containsEntry("ROUGE-S4", List.of(0.16667, 0.16667, 0.16667));
    // One pair of six, and the tokens but the last: gunman is not the last of the hypothesis.
    assertThat(scores.get("ROUGE-SU4").get(0)).isEqualTo(0.33333);
    // (2^1.2 / (4^1.2)^1.2)^(1/1.2) and (2^1.2 / 4^1.2)^(1/1.2)
    assertThat(scores.get("ROUGE-W-1.2").get(0)).isCloseTo(0.37893, within(1e-9));
    assertThat(scores.get("ROUGE-W-1.2").get(1)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void severalReferencesAreAddedUpOrTheBestIsTaken() throws IOException {
    String[] models = {"a b c d", "a x"};
    assertThat(scores("-n 1 -x", "a b", models).get("ROUGE-1")).isEqualTo(List.of(0.5, 0.75, 0.6));
    assertThat(scores("-n 1 -x -f B", "a b", models).get("ROUGE-1"))
        .isEqualTo(List.of(0.5, 1.0, 0.66667));
  }

  @Test
  void alphaWeighsPrecision() throws IOException {
    assertThat(scores("-n 1 -x -p 1", "a b", "a b c d").get("ROUGE-1").get(2)).isEqualTo(1);
    assertThat(scores("-n 1 -x -p 0", "a b", "a b c d").get("ROUGE-1").get(2)).isEqualTo(0.5);
  }

  @Test
  void stemsWithAndWithoutIrregularWords() throws IOException {
    Segment segment = Segment.of("running feet", "runs foot");
    Rouge155Options options = Rouge155Options.parse("-n 1 -x -m");
    assertThat(Rouge155.of(options).measures().get(0).statistics(segment)[2]).isEqualTo(0.5);
    ExceptionList irregular = ExceptionListTest.of("feet foot\n");
    Rouge155 better = new Rouge155(options, SentenceSplitter.LINES, irregular, StopWords.none());
    assertThat(better.measures().get(0).statistics(segment)[2]).isEqualTo(1);
    assertThat(better.measures().get(0).toString())
        .startsWith("ROUGE-1|flavor:rouge-1.5.5|stem:porter-rouge155+exceptions[1]|stop:kept|");
  }

  @Test
  void removesStopWords() throws IOException {
    assertThat(scores("-n 1 -x -s", "the cat of a dog", "cat").get("ROUGE-1"))
        .isEqualTo(List.of(1.0, 0.5, 0.66667));
    assertThat(scores("-n 1 -x -s", "the of", "the of").get("ROUGE-1"))
        .isEqualTo(List.of(0.0, 0.0, 0.0));
  }

  @ParameterizedTest
  @CsvSource({"-l 2,1.0,1.0", "-l 3,0.66667,0.66667", "-b 4,1.0,0.66667", "-l 0,0.5,0.5"})
  void cutsTextsAtALimit(String limit, double recall, double precision) throws IOException {
    List<Double> scores = scores("-n 1 -x " + limit, "a b\nc d", "a b x y").get("ROUGE-1");
    assertThat(scores.get(0)).isEqualTo(recall);
    assertThat(scores.get(1)).isEqualTo(precision);
  }

  @Test
  void printsTheScriptsLines() throws IOException {
    ScriptRun run = script("-n 1 -x -r 100 -d").run("7");
    run.add(Segment.of("a b", "a b c d"));
    run.add(Segment.of("a b", "a b c d"));
    assertThat(run.text())
        .isEqualTo(
            """
            ---------------------------------------------
            7 ROUGE-1 Average_R: 0.50000 (95%-conf.int. 0.50000 - 0.50000)
            7 ROUGE-1 Average_P: 1.00000 (95%-conf.int. 1.00000 - 1.00000)
            7 ROUGE-1 Average_F: 0.66667 (95%-conf.int. 0.66667 - 0.66667)
            .............................................
            7 ROUGE-1 Eval 1.7 R:0.50000 P:1.00000 F:0.66667
            7 ROUGE-1 Eval 2.7 R:0.50000 P:1.00000 F:0.66667
            """);
  }

  @Test
  void countsTokensOfTheCorpus() throws IOException {
    ScriptRun run = script("-n 1 -x -t 2 -d").run("1");
    run.add(Segment.of("a b", "a b c d"));
    run.add(Segment.of("a", "b b"));
    assertThat(run.text())
        .contains("1 ROUGE-1 M_count: 6 P_count: 3 H_count: 2\n")
        .contains("1 ROUGE-1 Eval 1.1 R:4 P:2 F:2\n");
    Rouge155Measure tokens = script("-n 1 -x -t 1").measures().get(0);
    List<Segment> corpus = List.of(Segment.of("a b", "a b c d"), Segment.of("a", "b b"));
    assertThat(tokens.score(corpus).breakdown().parts())
        .containsEntry("recall", 2 / 6.0)
        .containsEntry("precision", 2 / 3.0);
  }

  @Test
  void appendedRunsAreOneRun() throws IOException {
    Rouge155 script = script("-n 2 -2 -1 -u -r 50");
    ScriptRun whole = script.run("1");
    ScriptRun first = script.run("1");
    ScriptRun second = script.run("1");
    for (int i = 0; i < 12; i++) {
      Segment segment = Segment.of("a b c w" + i, "a c b w" + (i % 5));
      whole.add(segment);
      (i < 5 ? first : second).add(segment);
    }
    first.append(second);
    assertThat(first.text()).isEqualTo(whole.text()).contains("1 ROUGE-SU* Average_F:");
    assertThatThrownBy(() -> script.run("1").text()).isInstanceOf(InputException.class);
  }

  @Test
  void measuresAreMetrics() throws IOException {
    Rouge155Measure measure = script("-n 1").measures().get(0);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      segments.add(Segment.of("a b", i % 2 == 0 ? "a b" : "a x"));
    }
    assertThat(measure.score(segments).value()).isEqualTo(75);
    assertThat(new Bootstrap(50).confidence(Evaluation.of(measure, segments)).confidence())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "...", "我"})
  void textsWithoutTokensScore0(String empty) throws IOException {
    String options = "-n 2 -w 1.2 -2 4 -U";
    List<Double> zero = List.of(0.0, 0.0, 0.0);
    assertThat(scores(options, empty, "a b").values()).containsOnly(zero);
    assertThat(scores(options, "a b", empty).values()).containsOnly(zero);
    assertThat(scores(options + " -f B", "a b", empty).values()).containsOnly(zero);
  }

  @Test
  void quadraticTrapsAreRefused() throws IOException {
    Segment large = Segment.of("a ".repeat(20_000), "a ".repeat(20_000));
    Rouge155Measure weighted = script("-x -w 1.2").measures().get(0);
    assertThatThrownBy(() -> weighted.statistics(large))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("20000 tokens");
    Segment larger = Segment.of("a ".repeat(100_000), "a");
    Rouge155Measure skip = script("-x -2 -1").measures().get(0);
    assertThatThrownBy(() -> skip.statistics(larger)).isInstanceOf(InputException.class);
    assertThat(script("-x -2 4").measures().get(0).statistics(larger)[0]).isZero();
  }
}
