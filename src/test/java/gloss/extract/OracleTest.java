package gloss.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gloss.score.Segment;
import gloss.score.rouge.Rouge;
import gloss.score.rouge.RougeTokenizers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The search as {@link ExtractorsTest} sees it, held against the metrics that it stands for. */
class OracleTest {
  private static final Rouge ROUGE = Rouge.builder().build();

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings()
        .withChars("ab cé-")
        .ofMaxLength(12)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Property(tries = 300)
  void noOtherSentenceWouldHaveRaisedTheScoreMore(
      @ForAll("texts") List<String> sentences, @ForAll("texts") List<String> references) {
    Document document = new Document(sentences, references);
    List<Integer> chosen = Oracle.ofAnyLength(RougeTokenizers.LATIN).choose(document);
    double best = score(document, chosen);
    for (int place = 0; place < sentences.size(); place++) {
      if (!chosen.contains(place)) {
        List<Integer> more = new ArrayList<>(chosen);
        more.add(place);
        more.sort(null);
        assertThat(score(document, more)).isLessThan(best + 1e-9);
      }
    }
    List<Integer> first = new Oracle(1).choose(document);
    double alone = first.isEmpty() ? 0 : score(document, first);
    for (int place = 0; place < sentences.size(); place++) {
      assertThat(score(document, List.of(place))).isLessThan(alone + 1e-9);
    }
  }

  @Property(tries = 300)
  void theFitIsThatOfTheMetrics(
      @ForAll("texts") List<String> sentences, @ForAll("texts") List<String> references) {
    String text = String.join(" ", sentences);
    String reference = String.join(" ", references);
    SentenceWords words = new SentenceWords(List.of(latin(text), latin(reference)));
    for (int order : new int[] {1, 2}) {
      assertThat(new NgramFit(order, words.of(1)).fmeasure(words.of(0)))
          .isCloseTo(
              ROUGE.named("rouge" + order).best(Segment.of(text, reference)).fmeasure(),
              within(1e-12));
    }
  }

  private static String latin(String text) {
    return text.replaceAll("[^a-z]", " ");
  }

  private static double score(Document document, List<Integer> places) {
    String text = places.stream().map(document.sentences()::get).collect(Collectors.joining("\n"));
    Segment segment = new Segment(text, document.references());
    return ROUGE.named("rouge1").best(segment).fmeasure()
        + ROUGE.named("rouge2").best(segment).fmeasure();
  }

  @Test
  void manyLongSentencesAreNoHardship() {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      sentences.add(("w" + i + " v" + i % 7 + " ").repeat(12));
    }
    Document document = new Document(sentences, List.of(String.join(" ", sentences.subList(3, 9))));
    assertThat(new Oracle(6).choose(document)).containsExactly(3, 4, 5, 6, 7, 8);
  }
}
