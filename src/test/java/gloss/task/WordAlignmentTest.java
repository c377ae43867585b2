package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;

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
    List<WordLink> links = WordAlignment.of(new int[] {0, 1, 1}, new int[] {0, 0, 1}, attention);
    assertThat(WordLink.pharaoh(links)).isEqualTo("1-0 1-1");
    assertThat(WordAlignment.of(new int[0], new int[] {0}, attention)).isEmpty();
  }
}
