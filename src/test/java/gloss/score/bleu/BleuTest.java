package gloss.score.bleu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.Segments;
import gloss.score.token.Tokenizers;
import gloss.text.InputException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values were printed by sacreBLEU 2.6.0. */
class BleuTest {
  private static final List<String> HYPOTHESES =
      List.of("The dog bit the man.", "It wasn't surprising.", "The man had just bitten him.");
  private static final List<String> FIRST =
      List.of("The dog bit the man.", "It was not unexpected.", "The man bit him first.");
  private static final List<String> SECOND =
      List.of("The dog had bit the man.", "No one was surprised.", "The man had bitten the dog.");

  @Test
  void readsAsPromised() {
    Score score = Bleu.builder().tokenizer(Tokenizers.MTEVAL_13A).build().score(HYPOTHESES, FIRST);
    assertThat(score.value()).isCloseTo(45.06750632106114, within(1e-9));
  }

  @Test
  void severalReferences() {
    Score score = Bleu.builder().build().score(Segments.of(HYPOTHESES, FIRST, SECOND));
    assertThat(score.value()).isCloseTo(48.530827009929865, within(1e-9));
    assertThat(score.signature().toString())
        .startsWith("nrefs:2|case:mixed|eff:no|tok:13a|smooth:exp|version:gloss-");
    assertThat(score.signature().toShortString())
        .startsWith("#:2|c:mixed|e:no|tok:13a|s:exp|v:gloss-");
    assertThat(score.breakdown().summary())
        .isEqualTo("82.4/50.0/45.5/37.5 (BP = 0.943 ratio = 0.944 hyp_len = 17 ref_len = 18)");
  }

  @Test
  void missingReferences() {
    Score score =
        Bleu.builder()
            .build()
            .score(Segments.of(HYPOTHESES, FIRST, Arrays.asList(null, null, SECOND.get(2))));
    assertThat(score.value()).isCloseTo(48.530827009929865, within(1e-9));
    assertThat(score.signature().pairs()).containsEntry("nrefs", "var");
  }

  @Test
  void perfectMatchIsNotClamped() {
    assertThat(Bleu.builder().build().score(FIRST, FIRST).value()).isEqualTo(100.00000000000004);
  }

  @Test
  void explanationNamesWhatWasMissed() {
    Score score = Bleu.builder().build().score(Segment.of("the the cat", "the cat sat"));
    assertThat(score.explain())
        .contains("1-grams: 2 of 3 match, precision 66.7")
        .contains("no brevity penalty: 3 tokens against 3 of the reference")
        .contains("missed 1-grams: 'the'\n")
        .contains("missed 2-grams: 'the the'");
  }

  @Test
  void unequalLengthsAreRefusedWithBoth() {
    assertThatThrownBy(() -> Bleu.builder().build().score(HYPOTHESES, List.of("one")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("3 hypotheses")
        .hasMessageContaining("1 lines");
  }

  @Test
  void nothingToScoreIsRefused() {
    assertThatThrownBy(() -> Bleu.builder().build().score(List.of(), List.of()))
        .isInstanceOf(InputException.class);
  }

  @Test
  void namesItself() {
    assertThat(Bleu.builder().lowercase(true).smoothing(Smoothings.floor(0.1)).build().toString())
        .startsWith("BLEU|case:lc|eff:no|tok:13a|smooth:floor[0.10]|version:gloss-");
  }
}
