package gloss.score.rouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import org.junit.jupiter.api.Test;

class RougeTokenizersTest {
  @Test
  void latinKeepsLettersAndDigitsOfAscii() {
    assertThat(RougeTokenizers.LATIN.tokenize("U.S.A., don't 3.5-litre über_alles"))
        .containsExactly("u", "s", "a", "don", "t", "3", "5", "litre", "ber", "alles");
    assertThat(RougeTokenizers.LATIN.tokenize("\u212aelvin \u0130stanbul"))
        .containsExactly("kelvin", "i", "stanbul");
    assertThat(RougeTokenizers.LATIN.tokenize("我爱你 …")).isEmpty();
  }

  @Test
  void unicodeKeepsEveryScript() {
    assertThat(RougeTokenizers.UNICODE.tokenize("Über-Straße, 3.5 déjà"))
        .containsExactly("über", "straße", "3", "5", "déjà");
    assertThat(RougeTokenizers.UNICODE.tokenize("Привет, мир! שָׁלוֹם"))
        .containsExactly("привет", "мир", "שָׁלוֹם");
    assertThat(RougeTokenizers.UNICODE.tokenize("我爱NLP技术。"))
        .containsExactly("我", "爱", "nlp", "技", "术");
    assertThat(RougeTokenizers.UNICODE.tokenize("ก็ดี")).containsExactly("ก็", "ดี");
    assertThat(RougeTokenizers.UNICODE.tokenize("𠀀𠀁")).containsExactly("𠀀", "𠀁");
  }

  @Test
  void areFoundByName() {
    assertThat(RougeTokenizers.named("unicode")).isSameAs(RougeTokenizers.UNICODE);
    assertThatThrownBy(() -> RougeTokenizers.named("unicod"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did you mean 'unicode'?");
  }
}
