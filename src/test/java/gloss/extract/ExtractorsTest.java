package gloss.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.score.Segment;
import gloss.score.rouge.Rouge;
import gloss.score.rouge.RougeMetric;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractorsTest {
  private static final Document STORY =
      Document.of(
          "The harbour of Brightsea closed on Monday.",
          "Ships wait.",
          "A storm had closed the harbour of Brightsea on Sunday night.",
          "The bakery is not affected.");

  @Test
  void leadTakesTheFirst() {
    assertThat(Extractors.named("lead:2").choose(STORY)).containsExactly(0, 1);
    assertThat(Extractors.named("lead:9").choose(STORY)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void randomTakesEverySetNowAndThenAndTheSameEachTime() {
    Set<List<Integer>> seen = new HashSet<>();
    for (int seed = 0; seed < 300; seed++) {
      List<Integer> places = new RandomSentences(2, seed).choose(STORY);
      assertThat(new RandomSentences(2, seed).choose(STORY)).isEqualTo(places);
      seen.add(places);
    }
    assertThat(seen).hasSize(6);
  }

  @Test
  void graphsTakeTheSentencesThatSayWhatOthersSay() {
    assertThat(Extractors.named("textrank:2").choose(STORY)).containsExactly(0, 2);
    assertThat(Extractors.named("lexrank:2").choose(STORY)).containsExactly(0, 2);
  }

  @Test
  void textRankIsTheFormulaOfThePaper() {
    // Common words: 0–1 have "b c", 1–2 have "d"; words of each: 3, 4 and 2.
    double near = 2 / (Math.log(3) + Math.log(4));
    double far = 1 / (Math.log(4) + Math.log(2));
    double[] ranks =
        new SentenceGraph(3, (i, j) -> i + j == 1 ? near : i + j == 3 ? far : 0).ranks();
    double share = near / (near + far);
    double middle = (0.05 + 0.85 * 0.1) / (1 - 0.85 * 0.85);
    assertThat(ranks)
        .containsExactly(
            new double[] {0.05 + 0.85 * share * middle, middle, 0.05 + 0.85 * (1 - share) * middle},
            org.assertj.core.data.Offset.offset(1e-6));
    assertThat(new TextRank(1).choose(Document.of("a b c", "b c d e", "d f"))).containsExactly(1);
  }

  @Test
  void theOracleTakesWhatTheReferenceSays() {
    Document known =
        new Document(STORY.sentences(), List.of("a storm closed the harbour; the bakery is open"));
    assertThat(new Oracle(3).choose(known)).containsExactly(2, 3);
    assertThat(new Oracle(1).choose(known)).containsExactly(2);
  }

  @Test
  void theOracleNeedsReferences() {
    assertThatThrownBy(() -> new Oracle(1).choose(STORY))
        .isInstanceOf(InputException.class)
        .hasMessage("the method oracle needs references");
  }

  @Test
  void theOracleIsNoWorseThanAnySentence() {
    Document known = new Document(STORY.sentences(), List.of("ships wait in the harbour"));
    Rouge rouge = Rouge.builder().build();
    double best = sum(rouge, String.join("\n", new Oracle(2).extract(known)), known);
    for (String sentence : known.sentences()) {
      assertThat(sum(rouge, sentence, known)).isLessThanOrEqualTo(best);
    }
  }

  private static double sum(Rouge rouge, String text, Document known) {
    RougeMetric one = rouge.named("rouge1");
    RougeMetric two = rouge.named("rouge2");
    Segment segment = new Segment(text, known.references());
    return one.best(segment).fmeasure() + two.best(segment).fmeasure();
  }

  @Property(tries = 200)
  void everyMethodChoosesSentencesOfTheDocumentInOrder(
      @ForAll @Size(max = 12) List<@AlphaChars @StringLength(max = 3) String> words,
      @ForAll @IntRange(min = 1, max = 5) int count,
      @ForAll @IntRange(min = 1, max = 4) int length) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      sentences.add(String.join(" ", words.subList(i, Math.min(words.size(), i + length))));
    }
    Document document = new Document(sentences, List.of("a b"));
    for (String name : Extractors.all().keySet()) {
      Extractor method = Extractors.named(name + ":" + count);
      List<Integer> places = method.choose(document);
      assertThat(places).as(name).isSorted().doesNotHaveDuplicates();
      assertThat(places.size()).isLessThanOrEqualTo(count);
      assertThat(IntStream.range(0, sentences.size()).boxed().toList()).containsAll(places);
      if (!method.needsReferences()) {
        assertThat(places).hasSize(Math.min(count, sentences.size()));
      }
    }
  }

  @Property(tries = 100)
  void ranksAreSharesThatSolveTheirEquation(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 3) Integer> values) {
    int n = values.size();
    SentenceGraph.Likeness likeness = (i, j) -> i == j ? 0 : (values.get(i) * values.get(j)) / 4.0;
    double[] ranks = new SentenceGraph(n, likeness).ranks();
    assertThat(IntStream.range(0, n).mapToDouble(i -> ranks[i]).sum())
        .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-6));
    for (int i = 0; i < n; i++) {
      double heard = 0;
      for (int j = 0; j < n; j++) {
        double out = 0;
        for (int k = 0; k < n; k++) {
          out += likeness.of(j, k);
        }
        heard += ranks[j] * (out == 0 ? 1.0 / n : likeness.of(j, i) / out);
      }
      assertThat(ranks[i])
          .isCloseTo(0.15 / n + 0.85 * heard, org.assertj.core.data.Offset.offset(1e-6));
    }
  }

  @Test
  void namesAreTheirOwnNames() {
    for (String name : Extractors.all().keySet()) {
      assertThat(Extractors.named(name + ":4").name()).isEqualTo(name + ":4");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lead", "lead:", "lead:0", "lead:-1", "lead:x", "lead:1:2"})
  void aMethodNeedsANumber(String method) {
    assertThatThrownBy(() -> Extractors.named(method))
        .isInstanceOf(InputException.class)
        .hasMessage("a method needs a number of sentences, such as lead:3; found '" + method + "'");
  }

  @Test
  void anUnknownMethodIsOfferedTheNearest() {
    assertThatThrownBy(() -> Extractors.named("textrang:3"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("textrang")
        .hasMessageContaining("textrank");
  }
}
