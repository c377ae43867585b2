package gloss.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values were printed by CPython 3.11. */
class LowerCaseTest {
  @ParameterizedTest
  @CsvSource({
    "ΑΣ, ας",
    "ΑΣΑ, ασα",
    "Σ, σ",
    "ΑΣ.Α, ασ.α",
    "ΑΣ Α, ας α",
    "Α.Σ, α.ς",
    "1Σ, 1σ",
    "Α\u0301Σ\u0301, α\u0301ς\u0301",
    "\uD801\uDC00Σ, \uD801\uDC28ς",
    "İA, i\u0307a"
  })
  void asPython(String text, String expected) {
    assertThat(LowerCase.of(text)).isEqualTo(expected);
  }
}
