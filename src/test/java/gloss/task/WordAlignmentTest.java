package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gloss.subword.Subwords;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordAlignmentTest {
  @Test
  void subwordsBelongToWordsThatSpacesPart() {
    Subwords bytes = Subwords.learn(List.of("a"), 0);
    assertThat(WordAlignment.words(bytes, bytes.encode("ab c  d")))
        .containsExactly(0, 0, 0, 1, 1, 1, 2);
    assertThat(WordAlignment.words(bytes, bytes.encode(" é"))).containsExactly(0, 0, 0);
    assertThat(WordAlignment.words(bytes, new int[0])).isEmpty();
  }

  @Test
  void eachTargetWordIsLinkedToWhatItsSubwordsLookAtTogether() {
    float[][] attention = {{0.6f, 0.2f, 0.2f, 0}, {0.1f, 0.4f, 0.4f, 0.1f}, {0, 0, 0.1f, 0.9f}};
    Alignment found = WordAlignment.of(new int[] {0, 1, 1}, new int[] {0, 0, 1}, attention);
    assertThat(WordLink.pharaoh(found.links())).isEqualTo("1-0 1-1");
    assertThat(found.weights()).hasSize(3);
    assertThat(found.weights().get(0).weight()).isCloseTo(0.35, within(1e-6));
    assertThat(found.weights().get(1).weight()).isCloseTo(0.6, within(1e-6));
    assertThat(found.weights().get(2)).isEqualTo(new WordWeight(1, 1, 0.1f));
    assertThat(WordAlignment.of(new int[0], new int[] {0}, attention).weights()).isEmpty();
  }
}
