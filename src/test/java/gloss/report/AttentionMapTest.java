package gloss.report;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.explain.Line;
import gloss.explain.Look;
import gloss.explain.ModelComparison;
import gloss.explain.TextExplanation;
import gloss.explain.Token;
import gloss.explain.WordView;
import gloss.explain.Written;
import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttentionMapTest {
  private static String map(Written... written) {
    return AttentionMap.of(
        new Line(1, "source", List.of("reference"), "output", List.of(), List.of(written)));
  }

  private static List<Look> looks(int words, double share) {
    return IntStream.range(0, words).mapToObj(i -> new Look(i, "w" + i, share)).toList();
  }

  @Test
  void whereNothingIsKnownThereIsNoMap() {
    assertThat(map()).isEmpty();
    assertThat(map(new Written("a", List.of(), -1))).isEmpty();
  }

  @Test
  void wordsThatAreLookedAtAreColumnsInTheOrderOfTheText() {
    String map =
        map(
            new Written("Das", List.of(new Look(7, "That", 0.9), new Look(2, "<b>", 0.1)), -1),
            new Written(" Boot", List.of(new Look(3, "boat", 1)), -1));
    assertThat(map)
        .contains("2 written words over the 3 of the source that are looked at")
        .containsSubsequence(">&lt;b&gt;</text>", ">boat</text>", ">That</text>", ">Boot</text>")
        .contains("<title>Das: That 90\u00a0%, &lt;b&gt; 10\u00a0%</title>")
        .contains("fill-opacity=\"0.9\"", "fill-opacity=\"0.1\"", "fill-opacity=\"1.0\"")
        .doesNotContain("copied", "<b>");
  }

  @Test
  void ofALongSourceTheMostLookedAtStay() {
    Written even = new Written("Summary", looks(150, 0.005), 0.2);
    Written sharp = new Written(" ends", List.of(new Look(140, "w140", 0.5)), 1);
    String map = map(even, sharp);
    assertThat(map)
        .contains(
            "36 most looked-at of 150 of the source; the others have 46\u00a0% of the attention")
        .containsSubsequence(">w0</text>", ">w34</text>", ">w140</text>")
        .contains(">copied</text>", "class=\"copy\"", "; copied 100\u00a0%")
        .doesNotContain(">w35</text>");
    assertThat(map.length()).isLessThan(6000);
  }

  @Test
  void ofALongOutputTheFirstWordsStay() {
    Written[] many = new Written[100];
    for (int i = 0; i < many.length; i++) {
      many[i] = new Written(i == 3 ? "\n" : " v" + i, looks(1, 1), -1);
    }
    assertThat(map(many))
        .contains("the first 80 of 100 written words over the one of the source that is looked at")
        .contains(">v79</text>", ">↵</text>")
        .doesNotContain(">v80</text>");
  }

  private static TextExplanation written(String model, String output) {
    Line line =
        new Line(
            1,
            "the boat",
            List.of("das Boot"),
            output,
            List.of(new Token("das Boot", 1, 0.5, "das Boot", 0.6)),
            List.of(new Written(output, List.of(new Look(1, "boat", 0.7)), -1)));
    return new TextExplanation(
        model,
        "valid",
        List.of(line),
        List.of(TextMetrics.named("chrf", MetricSettings.defaults())),
        WordView.BLEU);
  }

  @Test
  void outputsThatDifferAreShownWithWhatBothLookAt() {
    String page =
        ComparisonPage.html(ModelComparison.of(written("one", "Schiff"), written("two", "Boot")));
    assertThat(page)
        .containsSubsequence("output A", "output B", "<dt>attention A</dt>", "<title>Schiff: ")
        .containsSubsequence("<dt>attention B</dt>", "<title>Boot: boat 70\u00a0%</title>");
  }

  @Test
  void longWordsAreShortened() {
    String word = "Donaudampfschifffahrtsgesellschaft";
    assertThat(map(new Written(word, List.of(new Look(0, word, 1)), -1)))
        .contains(">Donaudampfschif…</text>");
  }
}
