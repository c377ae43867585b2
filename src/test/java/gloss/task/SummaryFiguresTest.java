package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gloss.corpus.SummarizedText;
import gloss.score.Segment;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SummaryFiguresTest {
  @Test
  void figuresAreSharesOfAllSummaries() {
    List<SummarizedText> texts =
        List.of(
            new SummarizedText(1, "a:1", "The cat sat. The dog ran.", List.of("cat sat there")),
            new SummarizedText(2, "a:2", "One two three.", List.of("one")));
    SummaryFigures figures =
        SummaryFigures.of(List.of("the cat ran the cat ran the", "two"), texts);
    assertThat(figures.copied()).isCloseTo(100, within(1e-9));
    // "the cat", "ran the" (in "dog ran. The"? no) and "cat ran".
    assertThat(figures.novel()).isCloseTo(100.0 * 4 / 6, within(1e-9));
    assertThat(figures.repeated()).isCloseTo(100.0 * 2 / 5, within(1e-9));
    assertThat(figures.length()).isCloseTo(100.0 * 8 / 4, within(1e-9));
  }

  @Test
  void unseenWordsAreThoseOfTheReferenceThatTrainingLacks() {
    UnseenWords metric = new UnseenWords(Set.of("won", "by", "3"));
    assertThat(metric.score(Segment.of("Ada won", "Ada won 3-1 by 3")).value()).isEqualTo(50);
    assertThat(metric.score(Segment.of("", "won")).value()).isEqualTo(100);
    assertThat(metric.score(Segment.of("x", "Ada won 7")).toString())
        .contains("0.00 (0 of 2 words)");
  }
}
