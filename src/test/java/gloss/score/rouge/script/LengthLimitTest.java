package gloss.score.rouge.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LengthLimitTest {
  private static final List<String> SENTENCES = List.of("one two", " three four", "five");

  @Test
  void words() {
    LengthLimit three = new LengthLimit(LengthLimit.Unit.WORDS, 3);
    // White space in front of a sentence makes an empty word that counts.
    assertThat(three.cut(SENTENCES)).containsExactly("one two", "");
    assertThat(new LengthLimit(LengthLimit.Unit.WORDS, 4).cut(SENTENCES))
        .containsExactly("one two", " three");
    assertThat(new LengthLimit(LengthLimit.Unit.WORDS, 99).cut(SENTENCES)).isEqualTo(SENTENCES);
    assertThat(three.cutForSubsequences(SENTENCES)).isEqualTo(three.cut(SENTENCES));
  }

  @Test
  void bytes() {
    LengthLimit ten = new LengthLimit(LengthLimit.Unit.BYTES, 10);
    assertThat(ten.cut(SENTENCES)).containsExactly("one two", " th");
    assertThat(ten.cutForSubsequences(SENTENCES)).containsExactly("one two", " three fou");
    assertThat(new LengthLimit(LengthLimit.Unit.BYTES, 2).cut(List.of("äb")).get(0)).hasSize(2);
  }

  @Test
  void none() {
    assertThat(LengthLimit.none().cut(SENTENCES)).isSameAs(SENTENCES);
    assertThat(new LengthLimit(LengthLimit.Unit.BYTES, 0).isBytes()).isFalse();
  }
}
