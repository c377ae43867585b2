package gloss.corpus.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsTest {
  @Test
  void lettersAreCountedAndNothingElse() {
    assertThat(Scripts.count("Où 12 – é\u0301! Ж 東かカ"))
        .isEqualTo(Map.of(UnicodeScript.LATIN, 3, UnicodeScript.CYRILLIC, 1, UnicodeScript.HAN, 3));
    assertThat(Scripts.count("1,5 %")).isEmpty();
    assertThat(Scripts.named("katakana")).isEqualTo(UnicodeScript.HAN);
  }

  @ParameterizedTest
  @CsvSource({
    "'a pаypal b', pаypal", // the second letter is Cyrillic
    "'東京タワー と hello', ",
    "'Москва Moscow 5-й', ",
    "'e\u0301té', ",
    "'xΩ', xΩ",
    "'', ",
  })
  void aWordOfTwoScriptsIsFound(String text, String word) {
    assertThat(Scripts.mixedWord(text).orElse(null)).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "plain Ãe ÂB, ",
    "SchÃ¼ler, encoded twice: 'Ã¼'",
    "lost \ufffd, 'has U+FFFD, which stands for lost bytes'",
  })
  void signsOfALostEncodingAreFound(String text, String expected) {
    Line line = new Line(text, Path.of("f"), 1, false);
    assertThat(Characters.encodingError(line).orElse(null)).isEqualTo(expected);
    assertThat(Characters.encodingError(new Line(text, Path.of("f"), 1, true)))
        .contains("not UTF-8");
  }

  @Test
  void controlCharactersAreFoundButNoTabs() {
    assertThat(Characters.control("a\tb\nc é 東 \u00a0")).isEmpty();
    assertThat(Characters.control("a\u0007")).contains("U+0007");
    assertThat(Characters.control("a\r")).contains("U+000D");
    assertThat(Characters.control("\u0085")).contains("U+0085");
    assertThat(Characters.control("\u2028")).contains("U+2028");
    assertThat(Characters.control("b\ufeff")).contains("U+FEFF");
  }
}
